import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("History")
struct HistoryLoaderTests {
    private let versions =
        #"{"Versions":[{"VersionId":"v-1","CreatedDate":1.0,"VersionStages":["AWSPREVIOUS"]},"#
        + #"{"VersionId":"v-2","CreatedDate":2.0,"VersionStages":["x","AWSCURRENT"]},{"VersionId":"v-0"}]}"#

    private func event(_ token: String, actor: String, error: String = "null") -> String {
        let inner =
            #"{\"userIdentity\":{\"arn\":\"\#(actor)\"},\"errorCode\":\#(error),"#
            + #"\"requestParameters\":{\"clientRequestToken\":\"\#(token)\",\"secretId\":\"s\"}}"#
        return #"{"EventId":"e-\#(actor)","EventName":"PutSecretValue","EventTime":2.0,"CloudTrailEvent":"\#(inner)"}"#
    }

    @Test("a secret's versions, the newest first, with who wrote them as CloudTrail tells it")
    func secret() async throws {
        let calls = ScriptedCalls([
            "secretsmanager:ListSecretVersionIds s": .body(versions),
            "cloudtrail:LookupEvents PutSecretValue": .body(
                #"{"Events":[\#(event("v-2", actor: "refused", error: #"\"AccessDenied\""#)),\#(event("v-2", actor: "ann"))]}"#
            ),
            "cloudtrail:LookupEvents UpdateSecret": .body(#"{"Events":[]}"#),
            "cloudtrail:LookupEvents CreateSecret": .body(#"{"Events":[\#(event("v-1", actor: "bob"))]}"#)
        ])
        let history = try await HistoryLoader(calls: calls).history(of: .secret(name: "s"))
        #expect(history.problem == nil)
        #expect(history.versions.map(\.version) == ["v-2", "v-1", "v-0"])
        #expect(history.versions.map(\.author) == ["ann", "bob", nil])
        #expect(history.versions.map(\.isCurrent) == [true, false, false])
        #expect(history.versions[0].labels == ["AWSCURRENT", "x"])
        #expect(history.versions[1].reference == .secret(name: "s", version: "v-1"))
    }

    @Test("without CloudTrail the versions are told all the same, and why nobody is named")
    func denied() async throws {
        let calls = ScriptedCalls([
            "secretsmanager:ListSecretVersionIds s": .body(versions),
            "cloudtrail:LookupEvents PutSecretValue": .failure(.denied("cloudtrail:LookupEvents"))
        ])
        let history = try await HistoryLoader(calls: calls).history(of: .secret(name: "s"))
        #expect(history.versions.count == 3)
        #expect(history.problem?.contains("cloudtrail:LookupEvents") == true)
    }

    @Test("what changed from version to version besides the value; the value itself is nowhere")
    func parameter() async throws {
        func version(_ number: Int, _ more: String) -> String {
            #"{"Name":"/p","Version":\#(number),"Value":"canary-\#(number)",\#(more)}"#
        }
        let calls = ScriptedCalls([
            "ssm:GetParameterHistory /p": .body(
                #"{"Parameters":[\#(version(1, #""Type":"String","Tier":"Standard""#)),"#
                    + #"\#(version(2, #""Type":"String","Tier":"Standard","Labels":["good"]"#))],"NextToken":"t"}"#),
            "ssm:GetParameterHistory /p #t": .body(
                #"{"Parameters":[\#(version(3, #""Type":"SecureString","Tier":"Advanced","KeyId":"k","LastModifiedUser":"ann""#))]}"#
            )
        ])
        let history = try await HistoryLoader(calls: calls).history(of: .parameter(name: "/p", selector: "2"))
        #expect(history.versions.map(\.version) == ["3", "2", "1"])
        #expect(history.versions.map(\.changed) == [["type", "tier", "kmsKey"], [], []])
        #expect(history.versions.map(\.author) == ["ann", nil, nil])
        #expect(history.versions[1].labels == ["good"])
        #expect(!String(describing: history).contains("canary"))
    }

    @Test("a variable, a function and a key have no history of their own")
    func others() async {
        for reference in [Reference.variable(function: "f", name: "K"), .function(name: "f"), .key(id: "k")] {
            let failure = await #expect(throws: OperationFailure.self) {
                try await HistoryLoader(calls: ScriptedCalls()).history(of: reference)
            }
            #expect(failure?.kind == .usage)
        }
    }
}
