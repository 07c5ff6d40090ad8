import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("x asks why, then shows one value")
struct RevealFlowTests {
    @Test("nothing is asked for before the note is confirmed")
    func noteFirst() throws {
        var session = Session()
        session.openPassword()
        session.press("x")
        #expect(session.shows("Reveal one value"))
        #expect(session.shows("payments-api : DB_PASSWORD   ($LATEST, literal, short)"))
        #expect(session.takeEffects().isEmpty)
        session.type("compare with the leak")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.press(.enter)
        let expected = RevealRequest(
            ticket: try session.ticket(), reference: .variable(function: "payments-api", name: "DB_PASSWORD"),
            note: "compare with the leak")
        #expect(session.takeEffects() == [.reveal(expected)])
        #expect(session.shows("writing the record"))
        #expect(!session.showsValue)
    }

    @Test("an empty or too short note asks for nothing", arguments: ["", "   ", "ab"])
    func shortNote(note: String) {
        var session = Session()
        session.openPassword()
        session.press("x")
        session.type(note)
        session.press(.enter, .tab, .tab, .enter, .enter)
        #expect(session.takeEffects().isEmpty)
        #expect(session.shows("reason"))
    }

    @Test("tab goes to Cancel first, and Cancel asks for nothing")
    func cancelIsDefault() {
        var session = Session()
        session.openPassword()
        session.press("x")
        session.type("a good reason")
        session.press(.tab)
        #expect(session.shows("< Cancel >"))
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        #expect(session.model.curtain.isClosed)
    }

    @Test("a paste fills the note as one line and confirms nothing")
    func pasteIntoNote() throws {
        var session = Session()
        session.openPassword()
        session.press("x")
        session.paste("line one\nline two\u{1B}[2J\r")
        #expect(session.takeEffects().isEmpty)
        session.press(.enter, .enter)
        guard case .reveal(let request) = session.takeEffects().first else {
            Issue.record("no reveal was asked for")
            return
        }
        #expect(request.note == "line one line two[2J")
    }

    @Test("the value is drawn with the seconds left, and x masks it again")
    func shownAndMasked() throws {
        var session = Session()
        let value = try canary("CANARY-fake-1")
        session.openPassword()
        try session.reveal(value)
        #expect(session.showsValue)
        #expect(session.shows("REVEALED 30 s"))
        session.wait(7.5)
        #expect(session.shows("REVEALED 23 s"))
        session.press("x")
        #expect(session.takeEffects() == [.maskRevealed(RevealTicket(number: 1), .asked)])
        #expect(!session.showsValue)
        #expect(session.shows("MASKED"))
        #expect(value.count == 0)
    }

    @Test("a refusal says why and shows nothing")
    func refused() throws {
        var session = Session()
        session.openPassword()
        session.press("x")
        session.type("a good reason")
        session.press(.enter, .enter)
        let problem = Problem(.auditUnwritable, "the audit trail cannot be written", advice: "nothing was fetched")
        session.send(.revealFailed(try session.ticket(), problem))
        #expect(session.shows("the audit trail cannot be written. nothing was fetched"))
        #expect(session.model.curtain.isClosed)
    }

    @Test("an answer that nobody waits for is wiped and never drawn")
    func lateAnswer() throws {
        var session = Session()
        session.openPassword()
        session.press("x")
        session.type("a good reason")
        session.press(.enter, .enter)
        let ticket = try session.ticket()
        _ = session.takeEffects()
        session.press("j")
        #expect(session.takeEffects() == [.cancelReveal(ticket, .moved)])
        let value = try canary("CANARY-fake-2")
        session.send(.revealed(ticket, .value(value, form: .text, version: nil)))
        #expect(value.count == 0)
        #expect(!session.showsValue)
        #expect(session.takeEffects().isEmpty)
    }

    @Test("a second answer cannot open a second value")
    func onlyOne() throws {
        var session = Session()
        let first = try canary("CANARY-fake-3")
        let second = try canary("CANARY-fake-4")
        session.openPassword()
        try session.reveal(first)
        session.send(.revealed(RevealTicket(number: 1), .value(second, form: .text, version: nil)))
        #expect(second.count == 0)
        #expect(first.count > 0)
        #expect(session.takeEffects().isEmpty)
    }

    @Test("a value from the command line of the console asks for the note too")
    func commandAsksToo() throws {
        var session = Session()
        session.press(":")
        session.type("reveal secret:payments/db#/password")
        session.press(.enter)
        session.answerLoads()
        #expect(session.shows("payments/db #/password"))
        #expect(session.takeEffects().isEmpty)
        session.type("rotation test")
        session.press(.enter, .enter)
        let expected = RevealRequest(
            ticket: try session.ticket(), reference: .secret(name: "payments/db"), pointer: "/password",
            note: "rotation test")
        #expect(session.takeEffects() == [.reveal(expected)])
    }
}
