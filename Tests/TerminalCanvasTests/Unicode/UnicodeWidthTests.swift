import ForeignText
import TerminalCanvas
import Testing

/// Widths against Unicode's own data and test files.
///
/// Where the two differ it is on purpose, and each difference is one of these:
/// - What is never drawn as itself (controls, zero-width characters, fillers, separators) has no width to speak of:
///   its name is drawn.
/// - Emoji joined by U+200D, and flags of tag characters, are drawn as their parts with the joiner named: terminals do
///   not agree on the width of the whole.
/// - U+FE0F and U+FE0E are dropped: terminals do not agree on whether a selector changes the width.
@Suite("Widths by Unicode's own data")
struct UnicodeWidthTests {
    /// The scalars that the version of the width table knows. The files may be newer.
    static func known() throws -> [Bool] {
        var known = [Bool](repeating: false, count: 0x110000)
        for (scalars, age) in try UnicodeData.ranges("DerivedAge.txt") {
            let parts = age.split(separator: ".").compactMap { Int($0) }
            guard let major = parts.first, major <= 15, !(major == 15 && parts.last != 0) else { continue }
            for scalar in scalars { known[Int(scalar)] = true }
        }
        return known
    }

    @Test("East Asian wide and full-width scalars take two columns, the others one or, as marks, none")
    func eastAsianWidth() throws {
        let known = try Self.known()
        var marks: Set<UInt32> = []
        for (scalars, category) in try UnicodeData.ranges("extracted/DerivedGeneralCategory.txt")
        where ["Mn", "Me", "Cf"].contains(category) {
            marks.formUnion(scalars)
        }
        // A vowel or final consonant of Hangul stands in the cell of the consonant before it.
        for (scalars, kind) in try UnicodeData.ranges("HangulSyllableType.txt") where kind == "V" || kind == "T" {
            marks.formUnion(scalars)
        }
        // These stand before a number and are drawn around it: they have a column.
        for (scalars, property) in try UnicodeData.ranges("PropList.txt")
        where property == "Prepended_Concatenation_Mark" {
            marks.subtract(scalars)
        }
        var checked = 0
        var different: [String] = []
        for (scalars, width) in try UnicodeData.ranges("EastAsianWidth.txt") {
            for value in scalars where known[Int(value)] {
                guard let scalar = Unicode.Scalar(value), !ForeignText.isUnsafe(scalar) else { continue }
                let expected = marks.contains(value) ? 0 : width == "W" || width == "F" ? 2 : 1
                checked += 1
                if TextWidth.of(scalar) != expected { different.append(ForeignText.name(of: scalar)) }
            }
        }
        #expect(checked > 100_000)
        #expect(different.isEmpty)
    }

    @Test("every emoji of emoji-test.txt takes the columns that are counted for it, and leaves the next ones alone")
    func emoji() throws {
        let screen = ScreenBuffer(rows: 1, columns: 120)
        var checked = 0
        for line in try UnicodeData.lines("emoji/emoji-test.txt") {
            let fields = line.split(separator: ";")
            let text = try #require(UnicodeData.text(fields[0]))
            let width = TextWidth.of(text)
            screen.clear()
            #expect(screen.write(text, row: 0, column: 0) == width)
            screen.write("|", row: 0, column: width)
            #expect(screen.text(row: 0).last { $0 != " " } == "|")
            // One that stands for itself without a selector is what every terminal draws in two columns.
            if text.unicodeScalars.count == 1, fields[1].contains("fully-qualified"), !fields[1].contains("un") {
                #expect(width == 2, "\(ForeignText.name(of: text.unicodeScalars.first ?? " "))")
            }
            checked += 1
        }
        #expect(checked > 4000)
    }

    @Test("a cut text of GraphemeBreakTest.txt keeps its marks, and never takes more columns than there are")
    func cuts() throws {
        var checked = 0
        for line in try UnicodeData.lines("auxiliary/GraphemeBreakTest.txt") {
            guard let text = UnicodeData.text(String(line.map { $0 == "÷" || $0 == "×" ? " " : $0 })) else { continue }
            // The text after letters, as a mark that begins one has nothing to stand on and is named.
            let whole = "ab" + text + "cd"
            let width = TextWidth.of(whole)
            for columns in 1..<width {
                let cut = TextWidth.clipped(whole, to: columns)
                #expect(TextWidth.of(cut) <= columns)
                let kept = cut.unicodeScalars.dropLast()
                let rest = whole.unicodeScalars.dropFirst(kept.count)
                #expect(whole.unicodeScalars.starts(with: kept))
                guard let next = rest.first, kept.count >= 2 else { continue }
                #expect(TextWidth.of(next) > 0 || ForeignText.isUnsafe(next) || isPastCapacity(kept, next))
            }
            checked += 1
        }
        #expect(checked > 500)
    }

    /// A cell takes three marks; the fourth is named and may be cut off.
    private func isPastCapacity(_ kept: some BidirectionalCollection<Unicode.Scalar>, _ next: Unicode.Scalar) -> Bool {
        kept.reversed().prefix { TextWidth.of($0) == 0 }.count >= 3
    }
}
