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
        let (callers, gaps) = try await AccountCallers(calls: calls).pinnedCallers(of: ["pay"], versions: [:])
        #expect(callers.map(\.function) == ["pay"] && callers.map(\.version) == ["7"])
        #expect(callers[0].words == "event source mapping m-0 (arn:aws:sqs:eu-west-1:111122223333:q)")
        #expect(gaps == [])
    }

    @Test("whoever a version's own policy lets in is one; a statement about the function or an alias makes none")
    func policies() async throws {
        func statement(_ sid: String, _ service: String, _ qualifier: String) -> String {
            #"{"Sid":"\#(sid)","Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"lambda:InvokeFunction","#
                + #""Resource":"\#(arn):pay\#(qualifier)","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:events:r:1:rule/n"}}}"#
        }
        let statements = [
            statement("nightly", "events.amazonaws.com", ":7"), statement("api", "apigateway.amazonaws.com", ":live"),
            statement("s3", "s3.amazonaws.com", "")
        ]
        let policy = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        let quoted = policy.replacing("\"", with: "\\\"")
        let calls = ScriptedCalls([
            "lambda:ListEventSourceMappings": .body(#"{"EventSourceMappings":[]}"#),
            "lambda:GetPolicy pay": .body(#"{"Policy":"\#(quoted)"}"#)
        ])
        let (callers, gaps) = try await AccountCallers(calls: calls).pinnedCallers(
            of: ["pay"], versions: ["pay": ["7"]])
        #expect(callers.map(\.version) == ["7"] && gaps == [])
        #expect(
            callers.first?.words
                == "events.amazonaws.com (arn:aws:events:r:1:rule/n), which statement 1 (nightly) of its policy lets in,"
        )
    }

    @Test("without functions nothing is asked; a denied list is a gap and no failure")
    func denied() async throws {
        let calls = ScriptedCalls([
            "lambda:ListEventSourceMappings": .failure(.denied("lambda:ListEventSourceMappings")),
            "lambda:GetPolicy pay": .failure(.denied("lambda:GetPolicy"))
        ])
        #expect(try await AccountCallers(calls: calls).pinnedCallers(of: [], versions: [:]).callers == [])
        #expect(calls.made == [])
        let (callers, gaps) = try await AccountCallers(calls: calls)
            .pinnedCallers(of: ["pay"], versions: ["pay": ["1", "2"]])
        #expect(callers == [] && gaps.count == 2)
    }
}
