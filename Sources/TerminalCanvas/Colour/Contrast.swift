import Glibc

/// How well one colour is read on another, as WCAG 2.2 measures it (1.4.3 for text, 1.4.11 for lines).
public enum Contrast {
    /// What text needs: 4.5 to 1.
    public static let text = 4.5
    /// What lines and signs need: 3 to 1.
    public static let line = 3.0

    /// From 1 (the same) to 21 (black on white), whichever of the two is the lighter.
    public static func ratio(_ first: RGBColour, _ second: RGBColour) -> Double {
        let one = luminance(first)
        let two = luminance(second)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    public static func luminance(_ colour: RGBColour) -> Double {
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    /// Black or white, whichever is read better on the colour.
    public static func readable(on colour: RGBColour) -> RGBColour {
        ratio(.black, colour) >= ratio(.white, colour) ? .black : .white
    }

    static func linear(_ component: UInt8) -> Double {
        let value = Double(component) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
