import TerminalCanvas

extension Base16Scheme {
    /// A colour of the theme: where it comes from, and how it had to move to be read.
    private struct Placed {
        let word: String
        let base: Int
        let contrast: Double
    }

    private static let placed: [Placed] = [
        Placed(word: "muted", base: 4, contrast: Contrast.text), Placed(word: "line", base: 3, contrast: Contrast.line),
        Placed(word: "fg", base: 5, contrast: Contrast.text), Placed(word: "red", base: 8, contrast: Contrast.text),
        Placed(word: "orange", base: 9, contrast: Contrast.text),
        Placed(word: "yellow", base: 10, contrast: Contrast.text),
        Placed(word: "green", base: 11, contrast: Contrast.text),
        Placed(word: "cyan", base: 12, contrast: Contrast.text),
        Placed(word: "blue", base: 13, contrast: Contrast.text),
        Placed(word: "purple", base: 14, contrast: Contrast.text)
    ]

    /// The theme file that it makes, and the colours that had to be moved for their contrast.
    public func themeFile(named name: String) -> (text: String, moved: [String]) {
        let ground = colours[0]
        var palette = [("bg", ground.text, ""), ("bg1", surface.text, "")]
        var moved: [String] = []
        for place in Self.placed {
            let colour = colours[place.base].readable(on: ground, contrast: place.contrast)
            let isMoved = colour != colours[place.base]
            palette.append((place.word, colour.text, isMoved ? "   # published as \(colours[place.base].text)" : ""))
            if isMoved { moved.append(place.word) }
        }
        func badge(_ word: String) -> String {
            let back = palette.first { $0.0 == word }.flatMap { RGBColour(text: $0.1) } ?? ground
            return "{ fg = \"\(Contrast.readable(on: back).text)\", bg = \"\(word)\", attr = [\"bold\"] }"
        }
        var text = "# Made of the base16 scheme \(Self.word(self.name))"
        text += author.map { " by \(Self.word($0))" } ?? ""
        text += ".\nschema  = 1\nname    = \"\(name)\"\nvariant = \"\(variant.rawValue)\"\n\n[palette]\n"
        for (word, colour, remark) in palette { text += "\(word) = \"\(colour)\"\(remark)\n" }
        text += "\n[role]\n"
        for (role, look) in Self.roles { text += "\(role) = \(look)\n" }
        for (role, word) in [
            ("revealed", "orange"), ("irreversible", "red"), ("incident", "yellow"), ("share_banner", "yellow")
        ] { text += "\(role) = \(badge(word))\n" }
        return (text, moved)
    }

    /// The ground of panes and of the header, if the writing can be read on it.
    private var surface: RGBColour {
        let text = colours[5].readable(on: colours[0], contrast: Contrast.text)
        return Contrast.ratio(text, colours[1]) >= Contrast.text ? colours[1] : colours[0]
    }

    private static let roles: [(String, String)] = [
        ("background", "\"bg\""), ("surface", "{ fg = \"fg\", bg = \"bg1\" }"), ("text", "\"fg\""),
        ("muted", "\"muted\""), ("border", "\"line\""), ("border_focus", "{ fg = \"blue\", attr = [\"bold\"] }"),
        ("header", "{ fg = \"fg\", bg = \"bg1\", attr = [\"bold\"] }"),
        ("title", "{ fg = \"blue\", attr = [\"bold\"] }"), ("selection", "{ fg = \"bg\", bg = \"fg\" }"),
        ("prompt", "\"fg\""), ("key_hint", "\"blue\""), ("link", "{ fg = \"blue\", attr = [\"underline\"] }"),
        ("search_match", "{ attr = [\"reverse\"] }"), ("masked", "\"muted\""), ("ok", "\"green\""),
        ("stale", "\"yellow\""), ("drift", "{ fg = \"cyan\", attr = [\"underline\"] }"), ("duplicate", "\"purple\""),
        ("danger", "{ fg = \"red\", attr = [\"bold\"] }"), ("audit", "\"purple\""),
        ("read_only", "{ fg = \"blue\", attr = [\"bold\"] }"), ("running", "\"blue\""),
        ("failed", "{ fg = \"red\", attr = [\"bold\"] }"), ("unknown", "\"muted\"")
    ]

    /// Of a remark: one line of letters.
    private static func word(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init).prefix(80))
    }
}
