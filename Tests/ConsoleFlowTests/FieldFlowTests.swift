import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("a JSON secret is shown by field")
struct FieldFlowTests {
    private func opened() throws -> Session {
        var session = Session()
        session.press(":")
        session.type("sec")
        session.press(.enter)
        session.answerLoads()
        session.press("x")
        session.type("which user is it")
        session.press(.enter, .enter)
        let fields = [
            RevealedContent.Field(pointer: "/username", name: "username", size: .short),
            RevealedContent.Field(pointer: "/password", name: "password\u{202E}", size: .medium)
        ]
        session.send(.revealed(try session.ticket(), .fields(fields, version: "9a31")))
        _ = session.takeEffects()
        return session
    }

    @Test("names and size classes first, every field closed")
    func namesFirst() throws {
        let session = try opened()
        #expect(session.shows("payments/db  JSON, 2 fields"))
        #expect(session.shows("username"))
        #expect(session.shows("password<U+202E>"))
        #expect(!session.showsValue)
    }

    @Test("one field at a time, with the same note and a record of its own")
    func oneField() throws {
        var session = try opened()
        session.press("j", .enter)
        let ticket = try session.ticket()
        #expect(
            session.takeEffects() == [
                .reveal(
                    RevealRequest(
                        ticket: ticket, reference: .secret(name: "payments/db"), pointer: "/password",
                        note: "which user is it"))
            ])
        let value = try canary("CANARY-fake-8")
        session.send(.revealed(ticket, .value(value, form: .text, version: "9a31")))
        #expect(session.showsValue)
        #expect(session.shows("username"))
        session.press("k")
        #expect(session.takeEffects() == [.maskRevealed(ticket, .moved)])
        #expect(value.count == 0)
        #expect(session.shows("username"))
        session.press(.escape)
        #expect(session.takeEffects() == [.maskRevealed(RevealTicket(number: 1), .asked)])
        #expect(!session.shows("username"))
    }

    @Test("the names go away after the reveal time too")
    func namesExpire() throws {
        var session = try opened()
        session.wait(31)
        #expect(session.takeEffects() == [.maskRevealed(RevealTicket(number: 1), .deadline)])
        #expect(!session.shows("username"))
    }
}
