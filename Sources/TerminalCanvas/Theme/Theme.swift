/// The looks of every role, and the signs of every state.
public struct Theme: Hashable, Sendable {
    /// What a theme is made for, and what `theme = "auto"` chooses by.
    public enum Variant: String, Sendable {
        case dark, light
    }

    public var name: String
    public var variant: Variant
    /// The theme of the other variant that belongs to it.
    public var pair: String?
    /// Where its colours were published.
    public var source: String?
    public var license: String?
    private var styles: [ThemeStyle]
    private var signs: [ThemeGlyph: ThemeGlyph.Forms]

    /// Roles that `styles` leaves out look like `text`.
    public init(
        name: String, variant: Variant, pair: String? = nil, source: String? = nil, license: String? = nil,
        styles: [StyleRole: ThemeStyle], glyphs: [ThemeGlyph: ThemeGlyph.Forms] = [:]
    ) {
        self.name = name
        self.variant = variant
        self.pair = pair
        self.source = source
        self.license = license
        let text = styles[.text] ?? ThemeStyle()
        self.styles = StyleRole.allCases.map { styles[$0] ?? text }
        signs = glyphs
    }

    /// How the role looks.
    public subscript(role: StyleRole) -> ThemeStyle {
        get { styles[Int(role.rawValue)] }
        set { styles[Int(role.rawValue)] = newValue }
    }

    /// The sign of a state in the character set of the screen.
    public func glyph(_ glyph: ThemeGlyph, in set: GlyphSet = .unicode) -> String {
        let forms = forms(of: glyph)
        return set == .unicode ? forms.unicode : forms.ascii
    }

    /// The sign in both character sets.
    public func forms(of glyph: ThemeGlyph) -> ThemeGlyph.Forms { signs[glyph] ?? glyph.standard }

    /// The same theme with every role's style passed through a function.
    func mapStyles(_ body: (StyleRole, ThemeStyle) -> ThemeStyle) -> Theme {
        var result = self
        for role in StyleRole.allCases { result[role] = body(role, self[role]) }
        return result
    }
}
