import ConsoleViewModels
import ConsoleViews
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("Drawing a value")
struct ValueViewTests {
    private func shown(_ bytes: [UInt8], _ form: RevealedContent.Form = .text, rows: Int = 24) throws -> ConsoleModel {
        let clock = ClockReading(wall: 1_795_528_920, monotonic: 0)
        var model = ConsoleModel(settings: ConsoleSettings(region: "eu-west-1"), columns: 80, rows: rows, now: clock)
        _ = model.start()
        let row = ParameterRow(
            common: ResourceCommon(
                reference: .parameter(name: "/a"), name: "/a", arn: nil, account: nil, region: "eu-west-1",
                modified: nil),
            type: "SecureString", tier: nil, version: nil, kmsKey: nil, policies: [], modifiedBy: nil, description: nil)
        func press(_ keys: [Key]) { for key in keys { _ = model.handle(.key(key), at: clock) } }
        press([":", "s", "s", "m", .enter])
        _ = model.handle(.rows(.parameter, generation: 1, [.parameter(row)]), at: clock)
        press(["x", "w", "h", "y", "!", .enter, .enter])
        let value = try bytes.withUnsafeBytes { try SecretBytes(copying: $0) }
        _ = model.handle(
            .revealed(RevealTicket(number: 1), .value(value, form: form, version: nil)), at: clock)
        return model
    }

    private func draw(_ model: ConsoleModel) -> ScreenBuffer {
        let buffer = ScreenBuffer(rows: model.rows, columns: model.columns, glyphs: .ascii)
        ConsoleView.draw(model, into: buffer)
        return buffer
    }

    /// What stands in the sensitive cells, row by row; the values here are made up.
    private func value(in buffer: ScreenBuffer) -> [String] {
        (0..<buffer.rows).compactMap { row in
            buffer.withRow(row) { cells in
                let scalars = cells.filter { $0.isSensitive && $0.width > 0 }.compactMap { Unicode.Scalar($0.base) }
                guard !scalars.isEmpty else { return nil }
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars)
                return String(text)
            }
        }
    }

    @Test(
        "text stands there as it is, controls as their names",
        arguments: [
            ("fake-canary-11", ["fake-canary-11"]), ("a\nb", ["a", "b"]),
            ("a\u{1B}[2Jb\r\u{202E}c\td", ["a<U+001B>[2Jb<U+000D><U+202E>c<U+0009>d"]),
            ("e\u{301}", ["e<U+0301>"]), ("日本", ["日本"]), ("a\u{FE0F}", ["a<U+FE0F>"]), ("  two  ", ["  two  "])
        ])
    func text(text: String, expected: [String]) throws {
        #expect(value(in: draw(try shown(Array(text.utf8)))) == expected)
    }

    @Test("bytes that are no text stay visible one by one")
    func illFormed() throws {
        #expect(value(in: draw(try shown([0x61, 0xFF, 0xC0, 0x80, 0x62]))) == ["a<FF><C0><80>b"])
    }

    @Test("binary is shown in hexadecimal")
    func binary() throws {
        let buffer = draw(try shown([0, 1, 0xAB, 0x41], .binary))
        #expect(value(in: buffer) == ["0001ab41...A"])
        #expect(buffer.text.contains("binary"))
    }

    @Test("an empty value is called empty")
    func empty() throws {
        #expect(draw(try shown([])).text.contains("(empty: no bytes at all)"))
    }

    @Test("64 KB scroll, and how much is not shown is said")
    func large() throws {
        var model = try shown([UInt8](repeating: 0x61, count: 65_536))
        #expect(draw(model).text.contains("lines 1-15 of 911: 0 above, 896 below"))
        _ = model.handle(.key(.pageDown), at: ClockReading(wall: 0, monotonic: 1))
        #expect(draw(model).text.contains("lines 15-29 of 911"))
        for _ in 0..<100 { _ = model.handle(.key(.pageDown), at: ClockReading(wall: 0, monotonic: 1)) }
        #expect(draw(model).text.contains("lines 897-911 of 911: 896 above, 0 below"))
        _ = model.handle(.key(.pageUp), at: ClockReading(wall: 0, monotonic: 1))
        #expect(draw(model).text.contains("lines 883-897 of 911"))
        #expect(model.curtain.value != nil)
    }

    @Test("no cell outside the box is sensitive, and none is once it is closed")
    func cells() throws {
        var model = try shown(Array("fake-canary-12".utf8))
        let buffer = draw(model)
        #expect(buffer.withRow(0) { $0.allSatisfy { !$0.isSensitive } })
        _ = model.handle(.key("x"), at: ClockReading(wall: 0, monotonic: 1))
        let after = draw(model)
        #expect((0..<after.rows).allSatisfy { row in after.withRow(row) { $0.allSatisfy { !$0.isSensitive } } })
    }

    @Test("the smallest and the largest window", arguments: [(80, 24), (400, 120)])
    func windows(columns: Int, rows: Int) throws {
        let model = try shown(Array("fake\ncanary".utf8), rows: rows)
        #expect(value(in: draw(model)) == ["fake", "canary"])
    }
}
