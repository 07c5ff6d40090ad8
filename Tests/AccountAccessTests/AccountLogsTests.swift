import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("The end of a function's log")
struct AccountLogsTests {
    private static let now = Date(timeIntervalSince1970: 1_795_528_920)
    private static let call = "logs:FilterLogEvents /aws/lambda/pay"

    private static func page(_ events: [(seconds: Int, message: String)], token: String? = nil) -> ScriptedCalls.Answer
    {
        let list = events.map {
            "{\"timestamp\":\(1_795_528_000_000 + $0.seconds * 1000),\"message\":\"\($0.message)\",\"eventId\":\"e\"}"
        }
        let next = token.map { ",\"nextToken\":\"\($0)\"" } ?? ""
        return .body("{\"events\":[\(list.joined(separator: ","))]\(next)}")
    }

    @Test("pages are put in the order of time, and no message comes through")
    func reads() async throws {
        let calls = ScriptedCalls([
            Self.call: Self.page([(9, "CANARY-later"), (3, "[ERROR] KeyError: 'CANARY'")], token: "t2")
        ])
        calls.announce(Self.call, Self.page([(1, "END RequestId: 8f5b1c2e-0d3a-4b7c-9e1f-123456789abc")]))
        let log = try await AccountLogs(calls: calls).log(of: "pay", now: Self.now)
        #expect(log.lines.map { $0.time.timeIntervalSince1970 } == [1_795_528_001, 1_795_528_003, 1_795_528_009])
        #expect(log.lines[0].event == .ends)
        #expect(!log.isCut && log.group == "/aws/lambda/pay")
        var text = ""
        dump(log, to: &text)
        #expect(!text.contains("CANARY"))
        #expect(calls.unused.isEmpty)
    }

    @Test("a long log is cut at its old end, and no more pages are asked for than are shown")
    func cut() async throws {
        let calls = ScriptedCalls()
        for page in 0..<5 {
            calls.announce(Self.call, Self.page((0..<200).map { (page * 200 + $0, "x") }, token: "t\(page)"))
        }
        let log = try await AccountLogs(calls: calls).log(of: "pay", now: Self.now)
        #expect(log.isCut && log.lines.count == AccountLogs.mostLines)
        #expect(log.lines.last?.time.timeIntervalSince1970 == 1_795_528_999)
        #expect(calls.made.count == 5)
    }

    @Test("a log group that is not there is said in words")
    func missing() async {
        let calls = ScriptedCalls([
            Self.call: .failure(
                AWSError(
                    .notFound, operation: "logs:FilterLogEvents", code: "ResourceNotFoundException",
                    message: "The specified log group does not exist.", requestID: "r", status: 400))
        ])
        await #expect {
            try await AccountLogs(calls: calls).log(of: "pay", now: Self.now)
        } throws: { error in
            (error as? OperationFailure)?.message.contains("there is no log group /aws/lambda/pay") == true
        }
    }
}
