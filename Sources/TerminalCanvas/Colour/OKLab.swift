import Glibc

/// A colour in Björn Ottosson's OKLab, where equal distances look equally far apart
/// (https://bottosson.github.io/posts/oklab/).
struct OKLab {
    var lightness: Double
    var a: Double
    var b: Double

    init(_ colour: RGBColour) {
        let red = Contrast.linear(colour.red)
        let green = Contrast.linear(colour.green)
        let blue = Contrast.linear(colour.blue)
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    func distance(to other: OKLab) -> Double {
        let x = lightness - other.lightness
        let y = a - other.a
        let z = b - other.b
        return (x * x + y * y + z * z).squareRoot()
    }
}

extension OKLab {
    /// The nearest colour that a screen can show.
    var colour: RGBColour {
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return RGBColour(
            red: Self.component(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            green: Self.component(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            blue: Self.component(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
    }

    private func cube(_ value: Double) -> Double { value * value * value }

    private static func component(_ linear: Double) -> UInt8 {
        let bounded = max(0, min(1, linear))
        let value = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * pow(bounded, 1 / 2.4) - 0.055
        return UInt8((255 * value).rounded())
    }
}

extension RGBColour {
    /// The colour moved in OKLab lightness until it reaches the contrast on a ground; itself if it does already, and
    /// black or white if nothing between does.
    public func readable(on ground: RGBColour, contrast: Double) -> RGBColour {
        guard Contrast.ratio(self, ground) < contrast else { return self }
        let end = Contrast.readable(on: ground) == .white ? 1.0 : 0.0
        var place = OKLab(self)
        let start = place.lightness
        for step in 1...200 {
            place.lightness = start + (end - start) * Double(step) / 200
            let moved = place.colour
            if Contrast.ratio(moved, ground) >= contrast { return moved }
        }
        return Contrast.readable(on: ground)
    }
}
