/// How many colours the terminal is trusted with.
public enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
    /// None: attributes alone.
    case mono
    /// The terminal's own sixteen, or its eight with bold for the bright ones.
    case ansi16
    /// The 240 fixed ones of xterm; the first sixteen belong to the person.
    case indexed256
    /// Any, where terminfo has RGB.
    case trueColour

    public static func < (first: ColourDepth, second: ColourDepth) -> Bool { first.rawValue < second.rawValue }
}
