import TerminalCanvas
import Testing

@Suite("Contrast of the themes")
struct ThemeContrastTests {
    static let coloured = Theme.builtInNames.compactMap(Theme.builtIn).filter {
        $0.name != "mono" && $0.name != "ansi16"
    }

    @Test("every role is read, in every number of colours", arguments: coloured, ColourDepth.allCases)
    func contrast(theme: Theme, depth: ColourDepth) {
        #expect(theme.problems(in: depth).map(\.text) == [])
    }

    @Test(
        "the two for eyes that confuse red and green reach 7 to 1",
        arguments: coloured.filter { $0.name.hasPrefix("modus") })
    func enhanced(theme: Theme) {
        #expect(theme.problems(in: .trueColour, minimum: 7).map(\.text) == [])
    }

    @Test("a theme that hides something is found out")
    func problems() {
        var theme = Theme.builtIn("gruvbox-dark") ?? .mono
        theme[.danger].foreground = theme[.text].background
        theme[.revealed] = theme[.masked]
        theme[.shareBanner] = theme[.text]
        #expect(Set(theme.problems(in: .trueColour).map(\.role)) == [.danger, .revealed, .shareBanner])
    }

    @Test("states that share a colour have signs of their own", arguments: GlyphSetUnderTest.allCases)
    func signs(set: GlyphSetUnderTest) {
        let states: [ThemeGlyph] = [
            .masked, .revealed, .ok, .stale, .drift, .duplicate, .danger, .irreversible, .incident, .running, .failed,
            .unknown
        ]
        for theme in ThemeContrastTests.coloured + [.ansi16, .mono] {
            #expect(Set(states.map { theme.glyph($0, in: set.glyphs) }).count == states.count)
        }
    }

    enum GlyphSetUnderTest: CaseIterable {
        case unicode, ascii
        var glyphs: GlyphSet { self == .unicode ? .unicode : .ascii }
    }

    @Test("without colour, what matters still differs by attributes")
    func mono() {
        for theme in [Theme.mono, .ansi16] {
            #expect(theme[.revealed] != theme[.masked])
            #expect(theme[.selection] != theme[.text])
            #expect(theme.standsOut(.shareBanner))
            #expect(theme.standsOut(.irreversible))
        }
    }

    @Test(
        "ratios as WCAG has them",
        arguments: [
            (0xFFFFFF, 0x000000, 21.0), (0x767676, 0xFFFFFF, 4.54), (0x777777, 0xFFFFFF, 4.48),
            (0xFF0000, 0xFFFFFF, 4.0),
            (0x123456, 0x123456, 1.0)
        ] as [(UInt32, UInt32, Double)])
    func ratio(first: UInt32, second: UInt32, expected: Double) {
        let ratio = Contrast.ratio(RGBColour(hex: first), RGBColour(hex: second))
        #expect(abs(ratio - expected) < 0.005)
        #expect(Contrast.ratio(RGBColour(hex: second), RGBColour(hex: first)) == ratio)
    }

    @Test("the palette of xterm")
    func palette() {
        #expect(XtermPalette.colour(16) == .black)
        #expect(XtermPalette.colour(231) == .white)
        #expect(XtermPalette.colour(208).text == "#ff8700")
        #expect(XtermPalette.colour(244).text == "#808080")
        #expect(XtermPalette.colour(9).text == "#ff0000")
    }
}
