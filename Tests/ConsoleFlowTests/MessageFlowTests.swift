import ConsoleViewModels
import TerminalCanvas
import Testing

@Suite("What just happened, above the footer")
struct MessageFlowTests {
    @Test("a message that one row cannot hold takes the rows above it, five at most; the last says that more follows")
    func rows() {
        var session = Session(columns: 80, rows: 24)
        session.send(.notice(Notice(.warning, String(repeating: "word ", count: 30) + "finis")))
        let last = session.model.layout.messageRow
        #expect(session.buffer.text(row: last).contains("finis"))
        #expect(session.buffer.text(row: last - 1).contains("word"))
        session.send(.notice(Notice(.warning, String(repeating: "word ", count: 300) + "finis")))
        #expect((0..<5).allSatisfy { session.buffer.text(row: last - $0).contains("word") })
        #expect(!session.shows("finis") && !session.buffer.text(row: last - 5).contains("word"))
    }

    @Test("a message of nothing but spaces, wider than the row, is no message")
    func spaces() {
        var session = Session(columns: 80, rows: 24)
        session.send(.notice(Notice(.information, String(repeating: " ", count: 200))))
        #expect(session.buffer.text(row: session.model.layout.messageRow).allSatisfy { $0 == " " })
    }
}
