import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import SensitiveMemory
import StateFiles
import Testing

@Suite("Reading CloudTrail back")
struct AccessHistoryTests {
    private static let now = Date(timeIntervalSince1970: 1_795_737_600)
    private static let day = AccessInterval(start: now.addingTimeInterval(-86_400), end: now)
    private static let lookups = AccessLookup.lookups(for: .key(id: "k"), arn: "arn:k")

    private static func event(_ id: String, _ hoursAgo: Double, _ inner: String) -> String {
        let time = Int(now.timeIntervalSince1970 - hoursAgo * 3600)
        let text = inner.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return
            #"{"EventId":"\#(id)","EventName":"Decrypt","EventTime":\#(time),"EventSource":"kms.amazonaws.com","#
            + #""Resources":[{"ResourceType":"AWS::KMS::Key","ResourceName":"arn:aws:kms:r:1:key/k"}],"#
            + #""CloudTrailEvent":"\#(text)"}"#
    }

    private static let decrypt =
        #"{"userIdentity":{"arn":"arn:aws:sts::1:assumed-role/pay-role/pay","invokedBy":"secretsmanager.amazonaws.com"},"#
        + #""sourceIPAddress":"secretsmanager.amazonaws.com","userAgent":"x","requestID":"r-1","requestParameters":"#
        + #"{"encryptionContext":{"SecretARN":"arn:aws:secretsmanager:r:1:secret:prod/db-AbCdEf","SecretVersionId":"v-2"},"#
        + #""ciphertextBlob":"canary"}}"#

    private static func page(_ events: [String], next: String? = nil) -> ScriptedCalls.Answer {
        .body(#"{"Events":[\#(events.joined(separator: ","))]\#(next.map { ",\"NextToken\":\"\($0)\"" } ?? "")}"#)
    }

    @Test("an event becomes who, what, which version, and nothing of its parameters but names")
    func event() async throws {
        let calls = ScriptedCalls(["cloudtrail:LookupEvents arn:k": Self.page([Self.event("e-1", 2, Self.decrypt)])])
        let outcome = await AccessHistory(calls: calls, pause: .zero).extend(
            AccessIndex(), by: Self.lookups, in: Self.day, now: Self.now, limit: 10)
        let event = try #require(outcome.index.events.first)
        #expect(event.actor == "arn:aws:sts::1:assumed-role/pay-role/pay")
        #expect(event.references == [.secret(name: "prod/db"), .key(id: "k")])
        #expect(event.version == "v-2" && event.requestID == "r-1")
        #expect(event.invokedBy == "secretsmanager.amazonaws.com")
        #expect(!"\(event)".contains("canary"))
        #expect(outcome.gaps.isEmpty)
    }

    @Test("what is known is not asked again, but for the last half hour")
    func extended() async {
        let calls = ScriptedCalls(["cloudtrail:LookupEvents arn:k": Self.page([Self.event("e-1", 2, Self.decrypt)])])
        let history = AccessHistory(calls: calls, pause: .zero)
        let first = await history.extend(AccessIndex(), by: Self.lookups, in: Self.day, now: Self.now, limit: 10)
        calls.announce("cloudtrail:LookupEvents arn:k", Self.page([Self.event("e-2", 0.1, Self.decrypt)]))
        let second = await history.extend(first.index, by: Self.lookups, in: Self.day, now: Self.now, limit: 10)
        #expect(calls.made.count == 2)
        #expect(second.index.events.map(\.id) == ["e-2", "e-1"])
        #expect(
            second.index.missing("ResourceName=arn:k", in: Self.day).map(\.start) == [
                Self.now.addingTimeInterval(-1800)
            ])
    }

    @Test("a limit ends it with a gap, and the next time goes on behind it")
    func limit() async {
        let calls = ScriptedCalls([
            "cloudtrail:LookupEvents arn:k": Self.page([Self.event("e-1", 2, Self.decrypt)], next: "t")
        ])
        let history = AccessHistory(calls: calls, pause: .zero)
        let first = await history.extend(AccessIndex(), by: Self.lookups, in: Self.day, now: Self.now, limit: 1)
        #expect(first.gaps.count == 1 && first.gaps[0].contains("1 calls were made"))
        let missing = first.index.missing("ResourceName=arn:k", in: Self.day)
        #expect(missing.last?.start == Self.day.start)
        #expect(missing.last?.end == Self.now.addingTimeInterval(-2 * 3600 + 1))
    }

    @Test("a refusal is a gap, and what was read before it stays")
    func refused() async {
        let calls = ScriptedCalls(["cloudtrail:LookupEvents arn:k": .failure(.denied("cloudtrail:LookupEvents"))])
        let outcome = await AccessHistory(calls: calls, pause: .zero).extend(
            AccessIndex(), by: Self.lookups, in: Self.day, now: Self.now, limit: 10)
        #expect(outcome.gaps.count == 1)
        #expect(outcome.index.coverage.isEmpty)
    }

    @Test("the index comes back from its file as it was, and another form of it is not read")
    func file() async throws {
        let path = "/tmp/curtain-access-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try StateFolder(at: path)
        let file = AccessIndexFile(in: folder, account: "1", region: "r")
        #expect(try file.load() == AccessIndex())
        let calls = ScriptedCalls([
            "cloudtrail:LookupEvents arn:k": Self.page([
                Self.event("e-1", 2, Self.decrypt), Self.event("e-2", 3, #"{"errorCode":"AccessDenied"}"#)
            ])
        ])
        let outcome = await AccessHistory(calls: calls, pause: .zero).extend(
            AccessIndex(), by: Self.lookups, in: Self.day, now: Self.now, limit: 10)
        try file.save(outcome.index)
        #expect(try file.load() == outcome.index)
        try folder.replace("accesses-1-r.jsonl", with: Array(#"{"format":99}"#.utf8))
        #expect(try file.load() == AccessIndex())
        try folder.replace("accesses-1-r.jsonl", with: Array("garbage\n{".utf8))
        #expect(try file.load() == AccessIndex())
    }
}
