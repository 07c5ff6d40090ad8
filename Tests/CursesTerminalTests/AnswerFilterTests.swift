import TerminalCanvas
import Testing

@testable import CursesTerminal

@Suite("Answers among the keys")
struct AnswerFilterTests {
    /// Feeds text at one moment, then settles.
    private func feed(_ text: String, to filter: inout AnswerFilter, at time: Int = 0) -> [AnswerFilter.Output] {
        text.unicodeScalars.flatMap { filter.feed($0.value, at: time) } + filter.settle()
    }

    @Test(
        "an answer never becomes a key",
        arguments: [
            ("\u{1B}[?62;1;6c", .attributes), ("\u{1B}[?2026;2$y", .synchronisedOutput(true)),
            ("\u{1B}[?2026;1$y", .synchronisedOutput(true)), ("\u{1B}[?2026;0$y", .synchronisedOutput(false)),
            ("\u{1B}[?2026;4$y", .synchronisedOutput(false)), ("\u{1B}[24;80R", .other), ("\u{1B}[>41;354;0c", .other),
            ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{07}", .background(RGBColour(hex: 0x1E1E2E))),
            ("\u{1B}]11;rgb:ff/ff/ff\u{1B}\\", .background(.white)),
            ("\u{1B}]11;rgb:zz/00/00\u{07}", .other), ("\u{1B}]52;c;aGVsbG8=\u{07}", .other),
            ("\u{1B}P1$r0m\u{1B}\\", .other), ("\u{1B}[57414u", .other)
        ] as [(String, TerminalAnswer)])
    func answers(text: String, answer: TerminalAnswer) {
        var filter = AnswerFilter()
        #expect(feed(text + "x", to: &filter) == [.answer(answer), .typed(0x78)])
    }

    @Test("an answer torn in two is still one")
    func torn() {
        for cut in 1..<12 {
            var filter = AnswerFilter()
            let text = "\u{1B}]11;rgb:00/00/00\u{07}"
            let head = String(text.prefix(cut))
            // The first read ends after the ESC at the earliest; there ncurses waits for more itself.
            let first = feed(head, to: &filter)
            guard cut > 2 else { continue }
            #expect(first.isEmpty)
            #expect(feed(String(text.dropFirst(cut)), to: &filter, at: 100) == [.answer(.background(.black))])
        }
    }

    @Test("an escape that stands alone is the key, and so is one before a letter")
    func escape() {
        var filter = AnswerFilter()
        #expect(feed("\u{1B}", to: &filter) == [.typed(0x1B)])
        #expect(feed("\u{1B}j", to: &filter) == [.typed(0x1B), .typed(0x6A)])
        #expect(feed("\u{1B}\u{1B}", to: &filter) == [.typed(0x1B), .typed(0x1B)])
        #expect(feed("\u{1B}]a", to: &filter) == [.typed(0x1B), .typed(0x5D), .typed(0x61)])
    }

    @Test("an answer that never ends lets the keys go after a while")
    func patience() {
        var filter = AnswerFilter()
        #expect(feed("\u{1B}]11;rgb:", to: &filter).isEmpty)
        #expect(feed("q", to: &filter, at: AnswerFilter.patience + 1) == [.typed(0x71)])
    }
}
