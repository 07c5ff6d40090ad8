import TerminalCanvas

/// A style as the escape sequence that a terminal understands (ECMA-48, SGR; 256 and true colours as xterm has them).
enum SelectGraphicRendition {
    static let reset = "\u{1B}[0m"

    /// The sequence for the style; empty where it says nothing.
    static func text(_ style: ThemeStyle) -> String {
        var codes: [String] = []
        if style.attributes.contains(.bold) { codes.append("1") }
        if style.attributes.contains(.dim) { codes.append("2") }
        if style.attributes.contains(.italic) { codes.append("3") }
        if style.attributes.contains(.underline) { codes.append("4") }
        if style.attributes.contains(.reverse) { codes.append("7") }
        codes += colour(style.foreground, "38") + colour(style.background, "48")
        return codes.isEmpty ? "" : "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    private static func colour(_ colour: ThemeColour, _ layer: String) -> [String] {
        switch colour {
        case .terminalDefault: []
        case .rgb(let colour): ["\(layer);2;\(colour.red);\(colour.green);\(colour.blue)"]
        case .indexed(let index): ["\(layer);5;\(index)"]
        }
    }
}
