import Glibc
import TerminalCanvas
import Testing

@Suite("Text width")
struct TextWidthTests {
    @Test(
        "columns of a text",
        arguments: [
            ("", 0), ("payments-api", 12), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한국", 4),
            ("ᄒ\u{1161}\u{11AB}", 2), ("🚀", 2), ("👩🏽", 4), ("🇩🇪", 2), ("❤\u{FE0F}", 1), ("עברית", 5), ("हिन्दी", 5),
            ("a\u{1B}b", 10), ("\u{202E}", 8), ("\u{E0041}", 9), ("x\u{200D}y", 10), ("\u{301}", 8), ("…", 1), ("•", 1)
        ])
    func columns(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
        let screen = ScreenBuffer(rows: 1, columns: 40)
        #expect(screen.write(text, row: 0, column: 0) == columns)
    }

    /// Scalars that this C library and Unicode's data see differently: the terminal draws a stand-in for them, so
    /// there must be few, and none that people use in names.
    @Test("the C library agrees for nearly every scalar that it knows")
    func agreesWithTheLibrary() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        // The module map of the C library leaves wchar.h's wcwidth out.
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
        var different: [UInt32] = []
        for value in UInt32(0x20)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let theirs = wcwidth(Int32(bitPattern: value))
            if theirs >= 0, value != 0xAD, Int(theirs) != TextWidth.of(scalar) { different.append(value) }
        }
        // Circled numbers on black squares and the hexagrams: glibc counts them as wide, Unicode 15 does not.
        #expect(different.allSatisfy { (0x3248...0x324F).contains($0) || (0x4DC0...0x4DFF).contains($0) })
    }

    @Test(
        "a text is cut to a width, never within a character",
        arguments: [
            ("payments", 8, "payments"), ("payments", 5, "paym…"), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("abc", 1, "…"), ("abc", 0, "")
        ])
    func clipped(text: String, columns: Int, expected: String) {
        #expect(TextWidth.clipped(text, to: columns) == expected)
        #expect(TextWidth.of(expected) <= columns)
    }
}
