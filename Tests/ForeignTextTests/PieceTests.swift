import ForeignText
import Testing

@Suite("Foreign bytes")
struct PieceTests {
    @Test(
        "are spelled so that nothing is obeyed, hidden or lost",
        arguments: [
            (Array("a é 漢 😀".utf8), "a é 漢 😀"), ([0x1B, 0x5D, 0x35, 0x32], "<U+001B>]52"),
            ([0x61, 0xFF, 0x62], "a<FF>b"), ([0xC3], "<C3>"), ([0xC0, 0x80], "<C0><80>"),
            ([0xED, 0xA0, 0x80], "<ED><A0><80>"), ([0xF4, 0x90, 0x80, 0x80], "<F4><90><80><80>"),
            ([0xE2, 0x80, 0xAE], "<U+202E>"), ([0xF3, 0xA0, 0x81, 0x81], "<U+E0041>"), ([0xC2, 0x9B], "<U+009B>"),
            ([0xE2, 0x28, 0xA1], "<E2>(<A1>"), ([0x0A], "<U+000A>"), ([], "")
        ])
    func spelled(bytes: [UInt8], expected: String) {
        #expect(bytes.withUnsafeBytes { ForeignText.visible(bytes: $0) } == expected)
    }

    @Test("every scalar comes back as it is or as its name, as `visible` of a String says")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var pieces: [ForeignText.Piece] = []
            Array(String(scalar).utf8).withUnsafeBytes { bytes in
                ForeignText.scalars(in: bytes) { pieces.append($0) }
            }
            let expected: ForeignText.Piece = ForeignText.isUnsafe(scalar) ? .escaped(scalar) : .scalar(scalar)
            guard pieces != [expected] else { continue }
            Issue.record("U+\(String(value, radix: 16)) gave \(pieces)")
        }
    }

    @Test("the count tells how many scalars are spelled")
    func counts() {
        let pieces: [ForeignText.Piece] = [
            .scalar("a"), .escaped("\u{1B}"), .escaped("\u{E0041}"), .escaped("\u{10FFFF}"), .invalid(0x80)
        ]
        for piece in pieces {
            var count = 0
            piece.spell { _ in count += 1 }
            #expect(piece.spelledCount == count)
        }
    }
}
