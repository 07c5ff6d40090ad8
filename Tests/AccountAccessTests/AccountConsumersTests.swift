import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Synchronization
import Testing

@Suite("Who read it, for a console")
struct AccountConsumersTests {
    private static let key = Reference.key(id: "k")
    private static let call = "cloudtrail:LookupEvents Decrypt"

    /// A read of the key, so many hours ago.
    private static func page(_ hours: Double) -> ScriptedCalls.Answer {
        let time = Int(Date().timeIntervalSince1970 - hours * 3600)
        return .body(
            #"{"Events":[{"EventId":"e\#(hours)","EventName":"Decrypt","EventTime":\#(time),"#
                + #""EventSource":"kms.amazonaws.com","Resources":[{"ResourceType":"AWS::KMS::Key","ResourceName":"arn:aws:kms:r:1:key/k"}],"#
                + #""CloudTrailEvent":"{\"userIdentity\":{\"arn\":\"arn:aws:iam::1:user/a\"},\"requestID\":\"r\","#
                + #"\"requestParameters\":{\"keyId\":\"k\"}}"}]}"#)
    }

    private static func consumers(_ calls: ScriptedCalls) throws -> AccountConsumers {
        AccountConsumers(calls: calls, inventory: try Recorded.inventory(calls), cache: nil)
    }

    @Test("the last day comes before the habits that it is compared with")
    func early() async throws {
        let calls = ScriptedCalls([Self.call: Self.page(2)])
        calls.announce(Self.call, Self.page(100))
        calls.announce(Self.call, Self.page(1))
        let seen = Mutex<[AccessReport]>([])
        let (report, gaps) = try await Self.consumers(calls).access(
            Self.key, account: "1", own: "arn:aws:iam::1:user/me",
            early: { report in seen.withLock { $0.append(report) } })
        let first = try #require(seen.withLock { $0 }.first)
        #expect(seen.withLock { $0.count } == 1 && first.rows.count == 1 && first.baselineSince == nil)
        #expect(report.baselineSince != nil && gaps.isEmpty)
    }

    @Test("where the last day cannot be read, nothing is early and the reason is told")
    func denied() async throws {
        let calls = ScriptedCalls([Self.call: .failure(.denied("cloudtrail:LookupEvents"))])
        let seen = Mutex(0)
        let (report, gaps) = try await Self.consumers(calls).access(
            Self.key, account: "1", own: "arn:aws:iam::1:user/me", early: { _ in seen.withLock { $0 += 1 } })
        #expect(report.rows.isEmpty && gaps.count == 1 && seen.withLock { $0 } == 0)
    }
}
