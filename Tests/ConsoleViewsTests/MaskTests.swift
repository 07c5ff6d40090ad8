import ConsoleViewModels
import ConsoleViews
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("Closed values and hostile names")
struct MaskTests {
    private func frame(_ variables: [FunctionRow.Variable], name: String = "f", shared: Bool = false) -> String {
        let clock = ClockReading(wall: 1_795_528_920, monotonic: 0)
        var settings = ConsoleSettings(region: "eu-west-1")
        if shared { settings.share = "asked for" }
        var model = ConsoleModel(settings: settings, columns: 80, rows: 24, now: clock)
        _ = model.start()
        let row = FunctionRow(
            common: ResourceCommon(
                reference: .function(name: name), name: name, arn: nil, account: nil, region: "eu-west-1", modified: nil
            ),
            runtime: nil, state: nil, lastUpdateStatus: nil, version: nil, revisionID: nil, role: nil, kmsKey: nil,
            variables: variables, variablesError: nil, environmentBytes: 0, aliases: nil, description: nil, layers: [])
        _ = model.handle(.rows(.function, generation: 1, [.function(row)]), at: clock)
        _ = model.handle(.key(.enter), at: clock)
        let buffer = ScreenBuffer(rows: 24, columns: 80, glyphs: .unicode)
        ConsoleView.draw(model, into: buffer)
        return buffer.frame
    }

    private func variable(_ size: SizeClass, fingerprint: UInt64) -> FunctionRow.Variable {
        FunctionRow.Variable(
            name: "KEY", size: size, source: .literal, fingerprint: Fingerprint(bits: fingerprint))
    }

    @Test("two different values of one size class are drawn with the same cells")
    func sameCells() {
        #expect(frame([variable(.short, fingerprint: 1)]) == frame([variable(.short, fingerprint: 2)]))
    }

    @Test(
        "in share mode values of any size are drawn with the same cells", arguments: [SizeClass.empty, .medium, .long])
    func sameCellsShared(size: SizeClass) {
        #expect(
            frame([variable(.short, fingerprint: 1)], shared: true)
                == frame([variable(size, fingerprint: 2)], shared: true))
    }

    @Test("a mask is eight cells", arguments: [SizeClass.empty, .short, .medium, .long])
    func eight(size: SizeClass) {
        let masks = frame([variable(size, fingerprint: 1)]).split { $0 != "•" }
        #expect(masks == ["••••••••"])
    }

    @Test(
        "no control or reordering character reaches a cell",
        arguments: [
            "\u{1B}]52;c;QUJD\u{7}", "a\rb", "\u{202E}evil", "\u{9B}2J", "e\u{301}\u{301}\u{301}\u{301}\u{301}",
            "\u{200B}",
            "👩‍👩‍👧‍👦", "שלום", "日本語", String(repeating: "long", count: 4_000)
        ])
    func hostile(name: String) {
        let frame = frame([variable(.short, fingerprint: 1)], name: name)
        for scalar in frame.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E)
        }
        #expect(
            frame.split(separator: "\n", omittingEmptySubsequences: false).prefix(24).allSatisfy {
                TextWidth.of(String($0)) <= 80
            })
    }
}
