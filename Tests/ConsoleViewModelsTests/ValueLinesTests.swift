import ConsoleViewModels
import Testing

@Suite("How a value falls into lines")
struct ValueLinesTests {
    private func lines(_ bytes: [UInt8], _ form: RevealedContent.Form = .text, width: Int = 10) -> [(Range<Int>, Bool)]
    {
        var lines: [(Range<Int>, Bool)] = []
        bytes.withUnsafeBytes { bytes in
            ValueLines.forEachLine(in: bytes, form: form, width: width) { lines.append(($0, $1)) }
        }
        return lines
    }

    @Test(
        "line ends end lines, long lines go on below",
        arguments: [
            ("", [0..<0]), ("abc", [0..<3]), ("a\nb", [0..<1, 2..<3]), ("a\n", [0..<1]), ("\n\n", [0..<0, 1..<1]),
            ("0123456789ab", [0..<10, 10..<12]), ("0123456789\nx", [0..<10, 11..<12]),
            // Wide characters and spelt-out controls take more than one column.
            ("日本語日本語", [0..<15, 15..<18]), ("abc\u{1B}xyz", [0..<3, 3..<6, 6..<7])
        ])
    func text(text: String, expected: [Range<Int>]) {
        #expect(lines(Array(text.utf8)).map(\.0) == expected)
    }

    @Test("only what was cut is marked as going on")
    func continues() {
        #expect(lines(Array("0123456789ab\ncd".utf8)).map(\.1) == [false, true, false])
    }

    @Test("binary has sixteen bytes a line")
    func binary() {
        #expect(lines([UInt8](repeating: 7, count: 33), .binary).map(\.0) == [0..<16, 16..<32, 32..<33])
        #expect(lines([], .binary).map(\.0) == [0..<0])
    }

    @Test("no byte is lost, whatever the bytes are")
    func whole() {
        var bytes: [UInt8] = []
        for value in 0..<4_096 { bytes.append(UInt8(truncatingIfNeeded: value &* 31 &+ value >> 3)) }
        let covered = lines(bytes).map(\.0.count).reduce(0, +)
        #expect(covered + bytes.count { $0 == 0x0A } == bytes.count)
    }
}
