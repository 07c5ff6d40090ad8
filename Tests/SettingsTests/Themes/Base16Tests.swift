import FoundationEssentials
import Settings
import TerminalCanvas
import Testing

@Suite("Themes made of base16 schemes")
struct Base16Tests {
    /// Dracula and Nord, in the two forms that the files have; some of their colours are too faint as published.
    private static let dracula = """
        system: "base16"
        name: "Dracula"
        author: "Zeno Rocha"
        variant: "dark"
        palette:
          base00: "#282a36" # ground
          base01: "#363447"
          base02: "#44475a"
          base03: "#6272a4"
          base04: "#9ea8c7"
          base05: "#f8f8f2"
          base06: "#f0f1f4"
          base07: "#ffffff"
          base08: "#ff5555"
          base09: "#ffb86c"
          base0A: "#f1fa8c"
          base0B: "#50fa7b"
          base0C: "#8be9fd"
          base0D: "#80bfff"
          base0E: "#ff79c6"
          base0F: "#bd93f9"
        """
    private static let nord = """
        scheme: 'Nord'
        base00: "2E3440"
        base01: "3B4252"
        base02: "434C5E"
        base03: "4C566A"
        base04: "D8DEE9"
        base05: "E5E9F0"
        base06: "ECEFF4"
        base07: "8FBCBB"
        base08: "BF616A"
        base09: "D08770"
        base0A: "EBCB8B"
        base0B: "A3BE8C"
        base0C: "88C0D0"
        base0D: "81A1C1"
        base0E: "B48EAD"
        base0F: "5E81AC"
        """

    private func scheme(_ text: String) throws -> Base16Scheme {
        let place = try TemporaryPlace()
        let path = place.path + "/scheme.yaml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try Base16Scheme(atPath: path)
    }

    @Test("both become themes that can be read in every number of colours", arguments: [dracula, nord])
    func themes(text: String) throws {
        let scheme = try scheme(text)
        let (file, moved) = scheme.themeFile(named: "mine")
        let place = try TemporaryPlace()
        try Data(file.utf8).write(to: URL(filePath: place.path + "/mine.toml"))
        let theme = try #require(try ThemeCatalogue(folders: [place.path]).theme(named: "mine"))
        for depth in [ColourDepth.trueColour, .indexed256, .ansi16] {
            #expect(theme.problems(in: depth).map(\.text) == [], "\(depth)")
        }
        #expect(theme.variant == .dark)
        #expect(scheme.name == "Nord" ? moved.contains("red") : !moved.contains("red"))
    }

    @Test("a light ground makes a light theme; the name is one of a file")
    func light() throws {
        let text = Self.nord.replacing("base00: \"2E3440\"", with: "base00: \"FFFFFF\"")
            .replacing("'Nord'", with: "\"Nörd, the / Light\"")
        let scheme = try scheme(text)
        #expect(scheme.variant == .light)
        #expect(scheme.fileName == "n-rd-the-light")
    }

    @Test("what is no scheme is named")
    func wrong() {
        let missing = #expect(throws: SettingsError.self) {
            try scheme(Self.nord.replacing("base0F: \"5E81AC\"", with: ""))
        }
        #expect(missing?.description.contains("base0F missing") == true)
        let colour = #expect(throws: SettingsError.self) {
            try scheme(Self.nord.replacing("\"BF616A\"", with: "\"red\""))
        }
        #expect(colour?.description.contains("scheme.yaml:10: base08 must be a colour") == true)
    }
}
