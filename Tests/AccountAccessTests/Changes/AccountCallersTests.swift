import AWSClient
import AccountAccess
import Operations
import Testing

@Suite("Who calls a version by its number")
struct AccountCallersTests {
    private let arn = "arn:aws:lambda:eu-west-1:111122223333:function"

    @Test("a mapping onto a version is one; onto an alias or the function itself it is none")
    func mappings() async throws {
        let mappings = ["pay:7", "pay:live", "pay", "other:3"].enumerated().map { place, target in
            #"{"UUID":"m-\#(place)","EventSourceArn":"arn:aws:sqs:eu-west-1:111122223333:q","FunctionArn":"\#(arn):\#(target)"}"#
        }
        let calls = ScriptedCalls([
            "lambda:ListEventSourceMappings": .body(#"{"EventSourceMappings":[\#(mappings.joined(separator: ","))]}"#)
        ])
        let (callers, gaps) = try await AccountCallers(calls: calls).pinnedCallers(of: ["pay"])
        #expect(callers.map(\.function) == ["pay"] && callers.map(\.version) == ["7"])
        #expect(callers[0].words == "event source mapping m-0 (arn:aws:sqs:eu-west-1:111122223333:q)")
        #expect(gaps == [])
    }

    @Test("without functions nothing is asked; a denied list is a gap and no failure")
    func denied() async throws {
        let calls = ScriptedCalls([
            "lambda:ListEventSourceMappings": .failure(.denied("lambda:ListEventSourceMappings"))
        ])
        #expect(try await AccountCallers(calls: calls).pinnedCallers(of: []).callers == [])
        #expect(calls.made == [])
        let (callers, gaps) = try await AccountCallers(calls: calls).pinnedCallers(of: ["pay"])
        #expect(callers == [] && gaps.count == 1)
    }
}
