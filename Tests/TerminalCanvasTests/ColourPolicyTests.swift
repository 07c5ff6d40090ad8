import TerminalCanvas
import Testing

@Suite("Who decides about colour")
struct ColourPolicyTests {
    private static let rich = ColourPolicy.Terminal(colours: 256)
    private static let linux = ColourPolicy.Terminal(colours: 8)
    private static let direct = ColourPolicy.Terminal(colours: 1 << 24, hasRGB: true)
    private static let pipe = ColourPolicy.Terminal(colours: 256, isTerminal: false)

    @Test(
        "the order of precedence",
        arguments: [
            ([:], rich, .indexed256, "terminal"), ([:], linux, .ansi16, "terminal"),
            ([:], direct, .trueColour, "terminal"),
            ([:], .init(colours: 0), .mono, "terminal"), ([:], .init(colours: -1), .mono, "terminal"),
            ([:], .init(colours: 16), .ansi16, "terminal"), ([:], pipe, .mono, "not a terminal"),
            (["COLORTERM": "truecolor"], rich, .indexed256, "terminal"), (["NO_COLOR": "1"], rich, .mono, "NO_COLOR"),
            (["NO_COLOR": ""], rich, .indexed256, "terminal"),
            (["CURTAIN_NO_COLOR": "1", "FORCE_COLOR": "3"], rich, .mono, "CURTAIN_NO_COLOR"),
            (["CURTAIN_NO_COLOR": ""], rich, .indexed256, "terminal"),
            (["FORCE_COLOR": "1", "NO_COLOR": "1"], rich, .ansi16, "FORCE_COLOR"),
            (["FORCE_COLOR": "0"], rich, .mono, "FORCE_COLOR"), (["FORCE_COLOR": "false"], rich, .mono, "FORCE_COLOR"),
            (["FORCE_COLOR": "true"], pipe, .indexed256, "FORCE_COLOR"),
            (["FORCE_COLOR": "2"], linux, .ansi16, "FORCE_COLOR"),
            (["FORCE_COLOR": "3"], rich, .indexed256, "FORCE_COLOR"),
            (["FORCE_COLOR": "3"], pipe, .indexed256, "FORCE_COLOR"),
            (["FORCE_COLOR": "3", "COLORTERM": "24bit"], pipe, .trueColour, "FORCE_COLOR"),
            (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], rich, .mono, "NO_COLOR"),
            (["CLICOLOR_FORCE": "1"], pipe, .indexed256, "CLICOLOR_FORCE"),
            (["CLICOLOR_FORCE": "0"], rich, .indexed256, "terminal"),
            (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], rich, .indexed256, "CLICOLOR_FORCE"),
            (["CLICOLOR": "0"], rich, .mono, "CLICOLOR"), (["CLICOLOR": "1"], rich, .indexed256, "terminal"),
            (["TERM": "dumb"], rich, .mono, "TERM=dumb"),
            (["TERM": "dumb", "FORCE_COLOR": "1"], rich, .ansi16, "FORCE_COLOR")
        ] as [([String: String], ColourPolicy.Terminal, ColourDepth, String)])
    func order(environment: [String: String], terminal: ColourPolicy.Terminal, depth: ColourDepth, reason: String) {
        let decision = ColourPolicy { environment[$0] }.decide(terminal)
        #expect((decision.depth, decision.reason) == (depth, reason))
    }

    @Test("the flag goes before all, the configuration before the environment")
    func flagAndConfiguration() {
        let force = ["FORCE_COLOR": "3"]
        #expect(
            ColourPolicy(noColourFlag: true, configured: .trueColour) { force[$0] }.decide(ColourPolicyTests.direct)
                .depth
                == .mono)
        #expect(ColourPolicy(configured: .mono) { force[$0] }.decide(ColourPolicyTests.rich).depth == .mono)
        let asked = ColourPolicy(configured: .trueColour) { _ in nil }
        #expect(asked.decide(ColourPolicyTests.rich).depth == .indexed256)
        #expect(asked.decide(ColourPolicyTests.direct).depth == .trueColour)
        let refused = ["NO_COLOR": "1"]
        #expect(
            ColourPolicy(configured: .ansi16) { refused[$0] }.decide(ColourPolicyTests.rich).reason == "configuration")
    }
}
