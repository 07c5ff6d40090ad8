import FoundationEssentials
import Settings
import TerminalCanvas
import Testing

@Suite("Theme files")
struct ThemeTests {
    static let head = "schema = 1\nname = \"t\"\nvariant = \"light\"\n"

    private func read(_ text: String) throws -> Theme? {
        let place = try TemporaryPlace()
        let path = place.path + "/t.toml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try ThemeCatalogue(folders: ["/nonexistent", place.path]).theme(named: "t")
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as SettingsError {
            return error.problems.map { "\($0.line ?? 0): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("palette, roles and glyphs; what is not said comes from text and background")
    func reads() throws {
        let theme = try #require(
            try read(
                Self.head + """
                    pair = "d"
                    license = "MIT"
                    [palette]
                    paper = "#ffffff"
                    ink = "#101010"
                    red = "#aa0000"
                    [role]
                    background = "paper"
                    surface = "#eeeeee"
                    text = "ink"
                    danger = { fg = "red", attr = ["bold", "underline"] }
                    failed = "danger"
                    incident = { bg = "red" }
                    search_match = { attr = ["reverse"] }
                    muted = "default"
                    revealed = { fg = "paper", bg = "red" }
                    share_banner = { fg = "paper", bg = "red", attr = ["bold"] }
                    [glyph]
                    stale = ["⌛", "old"]
                    """))
        let paper = ThemeColour.rgb(RGBColour(hex: 0xFFFFFF))
        let ink = ThemeColour.rgb(RGBColour(hex: 0x101010))
        let red = ThemeColour.rgb(RGBColour(hex: 0xAA0000))
        #expect(theme.name == "t" && theme.variant == .light && theme.pair == "d" && theme.license == "MIT")
        #expect(theme[.background] == ThemeStyle(foreground: ink, background: paper))
        #expect(theme[.surface] == ThemeStyle(foreground: ink, background: .rgb(RGBColour(hex: 0xEEEEEE))))
        #expect(theme[.text] == ThemeStyle(foreground: ink, background: paper))
        #expect(theme[.prompt] == theme[.text])
        #expect(theme[.danger] == ThemeStyle(foreground: red, background: paper, attributes: [.bold, .underline]))
        #expect(theme[.failed] == theme[.danger])
        #expect(theme[.incident] == ThemeStyle(foreground: ink, background: red))
        #expect(theme[.searchMatch].attributes == .reverse)
        #expect(theme[.muted].foreground == .terminalDefault)
        #expect(theme.glyph(.stale) == "⌛")
        #expect(theme.glyph(.stale, in: .ascii) == "old")
        #expect(theme.glyph(.ok) == "✔")
    }

    private static let good = """
        [role]
        revealed = { attr = ["reverse"] }
        share_banner = { attr = ["bold"] }

        """

    @Test(
        "what is wrong is told with its line",
        arguments: [
            ("[rolle]\ntext = \"#000000\"", "8: rolle.text is nothing that a theme has"),
            ("colour = 1", "7: colour is no role"), ("nope = \"#000000\"", "7: nope is no role"),
            ("ok = \"blu\"", "7: \"blu\" is no colour of the palette"),
            ("ok = { fg = \"#12345\" }", "7: \"#12345\" is no colour of the palette"),
            ("ok = { colour = \"#123456\" }", "7: a role has fg, bg"),
            ("ok = { attr = [\"blink\"] }", "7: attr has bold"), ("ok = 5", "7: role.ok must be"),
            ("[palette]\nred = \"red\"", "8: palette.red must be a colour"),
            ("[glyph]\nsmile = [\"a\", \"b\"]", "8: smile is no glyph"),
            ("[glyph]\nok = \"a\"", "8: glyph.ok must be two strings"),
            ("[glyph]\nok = [\"✔\", \"✔\"]", "8: the second form of glyph.ok must be printable ASCII"),
            ("[glyph]\nok = [\"\\u001b[2J\", \"k\"]", "8: glyph.ok has characters that a terminal obeys"),
            ("[glyph]\nok = [\"\", \"k\"]", "8: glyph.ok must be 1 to 6 columns")
        ])
    func wrong(text: String, expected: String) {
        let found = problems(Self.head + Self.good + text)
        #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
    }

    @Test(
        "no theme lets the mask tell a length, hides the share banner or confuses revealed with masked",
        arguments: [
            (good + "[glyph]\nmasked = [\"••••\", \"********\"]", "the mask is"),
            (good + "[glyph]\nmasked = [\"••••••••\", \"*******x\"]", "the mask is"),
            (good + "[glyph]\nmasked = [\"        \", \"********\"]", "the mask is"),
            (good + "[glyph]\nrevealed = [\"••••••••\", \"x\"]", "glyph.revealed must be 1 to 6"),
            (
                "[role]\nshare_banner = { attr = [\"bold\"] }\nrevealed = \"masked\"\nmasked = { attr = [\"dim\"] }",
                "a revealed value must not look like"
            ),
            ("[role]\nshare_banner = { attr = [\"bold\"] }", "a revealed value must not look like"),
            ("[role]\nrevealed = { attr = [\"bold\"] }", "the share banner must stand out"),
            (
                "[role]\nrevealed = { attr = [\"bold\"] }\nshare_banner = { fg = \"#111111\", bg = \"#111111\" }",
                "the share banner must stand out"
            ),
            (
                "[role]\nrevealed = { attr = [\"bold\"] }\nshare_banner = { fg = \"#111111\", bg = \"#222222\" }",
                "the share banner must be legible"
            )
        ])
    func rules(text: String, expected: String) {
        #expect(problems(Self.head + text).contains { $0.contains(": " + expected) })
    }

    @Test(
        "the heading is asked for",
        arguments: [
            ("name = \"t\"\nvariant = \"dark\"\n", "schema is missing"),
            ("schema = 2\nname = \"t\"\nvariant = \"dark\"\n", "schema must be 1"),
            ("schema = 1\nvariant = \"dark\"\n", "name is missing"),
            ("schema = 1\nname = \"t\"\nvariant = \"grey\"\n", "variant must be")
        ])
    func heading(text: String, expected: String) {
        let found = problems(text + Self.good)
        #expect(found.count == 1 && found[0].contains(expected), "\(found)")
    }

    @Test("a catalogue lists what is built in and what is in its folders, the first folder first")
    func catalogue() throws {
        let first = try TemporaryPlace()
        let second = try TemporaryPlace()
        for (place, names) in [(first, ["b"]), (second, ["a", "b"])] {
            for name in names { try Data().write(to: URL(filePath: "\(place.path)/\(name).toml")) }
        }
        try Data().write(to: URL(filePath: first.path + "/note.txt"))
        let shipped = ["ansi16", "mono"]
        let items = try ThemeCatalogue(folders: [first.path, second.path, "/nonexistent"]).items()
            .filter { !Theme.builtInNames.contains($0.name) || shipped.contains($0.name) }
        #expect(items.map(\.name) == ["a", "ansi16", "b", "mono"])
        #expect(items.map(\.path) == [second.path + "/a.toml", nil, first.path + "/b.toml", nil])
    }

    @Test("a name leads nowhere else", arguments: ["", "../t", "/etc/passwd", ".t", "nope"])
    func names(name: String) throws {
        #expect(try ThemeCatalogue(folders: ["/tmp"]).theme(named: name) == nil)
    }

    @Test("what is built in needs no file")
    func builtIn() throws {
        #expect(try ThemeCatalogue(folders: []).theme(named: "mono") == .mono)
    }
}
