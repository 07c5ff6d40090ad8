/// A theme as the program carries it: numbers, read when it is asked for.
struct PackedTheme {
    let name: String
    let variant: Theme.Variant
    let pair: String
    let source: String
    let license: String
    /// In the order of the roles: foreground in bits 32 to 55, background in 8 to 31, attributes in 0 to 7.
    let styles: [UInt64]

    var theme: Theme {
        var byRole: [StyleRole: ThemeStyle] = [:]
        for (role, number) in zip(StyleRole.allCases, styles) {
            byRole[role] = ThemeStyle(
                foreground: .rgb(RGBColour(hex: UInt32(number >> 32))),
                background: .rgb(RGBColour(hex: UInt32(number >> 8 & 0xFF_FFFF))),
                attributes: TextAttributes(rawValue: UInt8(number & 0xFF)))
        }
        return Theme(name: name, variant: variant, pair: pair, source: source, license: license, styles: byRole)
    }
}

extension Theme {
    /// The names of the themes that need no file, sorted; `ansi16` and `mono` come last.
    public static var builtInNames: [String] { packed.map(\.name) + [ansi16.name, mono.name] }

    /// A theme that needs no file.
    public static func builtIn(_ name: String) -> Theme? {
        switch name {
        case ansi16.name: ansi16
        case mono.name: mono
        default: packed.first { $0.name == name }?.theme
        }
    }
}
