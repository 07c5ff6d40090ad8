import AuditTrail
import StateFiles
import Testing

@Suite("The audit trail")
struct AuditTrailTests {
    static let context = AuditContext(user: "u", host: "h", processID: 7, session: "s1")

    @Test("ties each line to the one before and keeps the count")
    func chain() throws {
        let place = try TemporaryPlace()
        let trail = AuditTrail(in: place.folder)
        let first = try trail.append(AuditRecord(.sessionStarted, context: Self.context))
        let second = try trail.append(
            AuditRecord(.revealRequested, .pending, context: Self.context, reference: "secret:a", note: "why\n\"x\""))
        #expect(first.sequence == 1)
        #expect(second.sequence == 2)
        let text = String(decoding: try #require(try place.folder.contents(of: "audit.jsonl")), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix(#""prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#))
        #expect(lines[1].hasSuffix("\"prev\":\"\(first.hash)\"}"))
        #expect(lines[1].contains(#""note":"why\u000a\"x\"""#))
        let head = String(decoding: try #require(try place.folder.contents(of: "audit.head")), as: UTF8.self)
        #expect(head == "{\"format\":1,\"count\":2,\"hash\":\"\(second.hash)\"}\n")
        #expect(try place.folder.status(of: "audit.jsonl")?.mode == 0o600)
    }
}
