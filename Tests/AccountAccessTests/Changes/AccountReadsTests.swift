import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("Who has read a place since, from CloudTrail")
struct AccountReadsTests {
    private static let own = "arn:aws:sts::1:assumed-role/Admin/anna"

    /// A GetParameter of `/prod/key`, so many seconds ago.
    private static func event(_ id: String, by arn: String, ago: Double, error: String? = nil) -> String {
        let inner =
            #"{"userIdentity":{"type":"AssumedRole","arn":"\#(arn)"},"sourceIPAddress":"203.0.113.7","userAgent":"x","#
            + #""requestID":"\#(id)","eventSource":"ssm.amazonaws.com","awsRegion":"eu-west-1","#
            + (error.map { #""errorCode":"\#($0)","# } ?? "")
            + #""requestParameters":{"name":"/prod/key","withDecryption":true}}"#
        let text = inner.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let time = Int(Date().timeIntervalSince1970 - ago)
        return
            #"{"EventId":"\#(id)","EventName":"GetParameter","EventTime":\#(time),"EventSource":"ssm.amazonaws.com","#
            + #""CloudTrailEvent":"\#(text)"}"#
    }

    private static func reads(_ events: [String]) async throws -> (reads: [SeenRead], gaps: [String]) {
        var announced: [String: ScriptedCalls.Answer] = [:]
        for lookup in AccessLookup.lookups(for: .parameter(name: "/prod/key")) {
            let found = lookup.value == "GetParameter" ? events.joined(separator: ",") : ""
            announced["cloudtrail:LookupEvents \(lookup.value)"] = .body(#"{"Events":[\#(found)]}"#)
        }
        return try await AccountReads(
            calls: ScriptedCalls(announced), ownARN: own, account: "1", region: "eu-west-1", pause: .zero
        ).reads(of: .parameter(name: "/prod/key"), since: Date().addingTimeInterval(-600))
    }

    @Test("reads since then count, by whom; earlier ones, refused ones and our own do not")
    func counted() async throws {
        let role = "arn:aws:sts::1:assumed-role/pay-role/pay"
        let (reads, gaps) = try await Self.reads([
            Self.event("now", by: role, ago: 60), Self.event("before", by: role, ago: 4_000),
            Self.event("ours", by: Self.own, ago: 30), Self.event("refused", by: role, ago: 20, error: "AccessDenied")
        ])
        #expect(reads.map(\.reader) == [.role(name: "pay-role")])
        #expect(gaps == [])
        #expect(try await Self.reads([]).reads == [])
    }

    @Test("what CloudTrail does not answer is a gap, so that silence is not taken for proof")
    func gap() async throws {
        var announced: [String: ScriptedCalls.Answer] = [:]
        for lookup in AccessLookup.lookups(for: .parameter(name: "/prod/key")) {
            announced["cloudtrail:LookupEvents \(lookup.value)"] = .failure(.denied("cloudtrail:LookupEvents"))
        }
        let (reads, gaps) = try await AccountReads(
            calls: ScriptedCalls(announced), ownARN: nil, account: "1", region: "eu-west-1", pause: .zero
        ).reads(of: .parameter(name: "/prod/key"), since: Date().addingTimeInterval(-600))
        #expect(reads == [] && !gaps.isEmpty)
    }
}
