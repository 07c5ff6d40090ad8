import FoundationEssentials
import Settings
import TerminalCanvas
import Testing

@Suite("Themes that are built in")
struct ThemeCatalogueTests {
    private static let folder: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(4)
        return parts.joined(separator: "/") + "/Themes"
    }()

    static let names = Theme.builtInNames.filter { $0 != "ansi16" && $0 != "mono" }

    @Test("each has its file in Themes/, and each file is one of them")
    func shippedNames() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: ThemeCatalogueTests.folder)
        #expect(files.sorted() == ThemeCatalogueTests.names.map { $0 + ".toml" })
    }

    @Test("a built-in theme is what its file says (scripts/generate-builtin-themes)", arguments: names)
    func builtIn(name: String) throws {
        let theme = try #require(try ThemeCatalogue.theme(atPath: ThemeCatalogueTests.folder + "/" + name + ".toml"))
        let builtIn = try #require(Theme.builtIn(name))
        #expect(theme.name == name)
        for role in StyleRole.allCases { #expect(builtIn[role] == theme[role], "\(role)") }
        for glyph in ThemeGlyph.allCases { #expect(builtIn.forms(of: glyph) == theme.forms(of: glyph), "\(glyph)") }
        #expect((builtIn.variant, builtIn.pair, builtIn.source) == (theme.variant, theme.pair, theme.source))
        let pair = try #require(theme.pair.flatMap(Theme.builtIn))
        #expect(pair.pair == name)
        #expect(pair.variant != theme.variant)
    }

    @Test("a file of the person's own goes before a built-in theme, but not before ansi16 and mono")
    func ownFiles() throws {
        let place = try TemporaryPlace()
        for name in ["gruvbox-dark", "mono"] {
            let text = """
                schema = 1
                name = "\(name)"
                variant = "light"
                [role]
                background = "#ffffff"
                text = "#000000"
                revealed = { attr = ["bold"] }
                share_banner = { fg = "#ffffff", bg = "#000000" }
                """
            try Data(text.utf8).write(to: URL(filePath: "\(place.path)/\(name).toml"))
        }
        let catalogue = ThemeCatalogue(folders: [place.path, ThemeCatalogue.systemFolder])
        #expect(try catalogue.theme(named: "gruvbox-dark")?[.background].background == .rgb(.white))
        #expect(try catalogue.theme(named: "mono") == .mono)
        let paths = Dictionary(uniqueKeysWithValues: try catalogue.items().map { ($0.name, $0.path) })
        #expect(paths["gruvbox-dark"] == place.path + "/gruvbox-dark.toml")
        #expect(paths["mono"] == .some(nil))
        #expect(paths["gruvbox-light"] == .some(nil))
    }

    @Test(
        "automatic follows the background and the colours",
        arguments: [
            (nil, .indexed256, nil, "catppuccin-mocha"), (nil, .indexed256, .white, "catppuccin-latte"),
            ("auto", .trueColour, .black, "catppuccin-mocha"),
            ("auto:gruvbox-light", .indexed256, .black, "gruvbox-dark"),
            ("auto:gruvbox-dark", .indexed256, .white, "gruvbox-light"), ("auto", .ansi16, .white, "ansi16"),
            ("gruvbox-dark", .ansi16, .white, "gruvbox-dark"), ("gruvbox-dark", .mono, .white, "mono"),
            ("solarized-dark", .indexed256, .white, "solarized-dark")
        ] as [(String?, ColourDepth, RGBColour?, String)])
    func automatic(configured: String?, depth: ColourDepth, background: RGBColour?, name: String) throws {
        let theme = try ThemeCatalogue(folders: []).choose(configured, depth: depth, background: background)
        #expect(theme.name == name)
    }

    @Test("a name that nobody knows is an error that lists the known ones")
    func unknown() {
        let error = #expect(throws: SettingsError.self) {
            try ThemeCatalogue(folders: []).choose("nord", depth: .indexed256, background: nil)
        }
        #expect(error.map { "\($0)".contains("gruvbox-dark, gruvbox-light") } == true)
    }
}
