import AWSClient
import AccountAccess
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Reading one value")
struct AccountValuesTests {
    private func fetch(_ text: String, _ answers: [String: ScriptedCalls.Answer]) async throws -> FetchedValue {
        let calls = ScriptedCalls(answers)
        let value = try await AccountValues(calls: calls).value(of: try Reference(parsing: text))
        #expect(calls.unused.isEmpty)
        return value
    }

    private func bytes(_ value: FetchedValue) -> [UInt8] { value.bytes.withUnsafeBytes { Array($0) } }

    @Test("one variable out of all, at its version")
    func variable() async throws {
        let value = try await fetch(
            "env:pay@live/DB_PASSWORD",
            [
                "lambda:GetFunctionConfiguration pay": .body(
                    Recorded.function(
                        "pay", environment: #"{"A":"other","DB_PASSWORD":"line\nline","DB_PASSWORD2":"x"}"#))
            ])
        #expect(bytes(value) == Array("line\nline".utf8))
        #expect(value.version == "rev-1" && !value.isBinary)
        #expect(value.requestID == "req-lambda:GetFunctionConfiguration pay")
    }

    @Test("an empty variable is a value; a missing one and an unreadable environment are not")
    func variableEdges() async throws {
        let name = "lambda:GetFunctionConfiguration pay"
        let empty = try await fetch("env:pay/A", [name: .body(Recorded.function("pay", environment: #"{"A":""}"#))])
        #expect(bytes(empty).isEmpty)
        let missing = await #expect(throws: OperationFailure.self) {
            try await fetch("env:pay/B", [name: .body(Recorded.function("pay", environment: #"{"A":"canary"}"#))])
        }
        #expect(missing?.kind == .notFound && missing?.message.contains("canary") == false)
        let unreadable = await #expect(throws: OperationFailure.self) {
            try await fetch(
                "env:pay/A",
                [
                    name: .body(
                        #"""
                        {"FunctionName":"pay","FunctionArn":"a","Environment":{"Error":
                        {"ErrorCode":"AccessDeniedException","Message":"kms"}}}
                        """#)
                ])
        }
        #expect(unreadable?.kind == .denied)
    }

    @Test("a parameter, with its version or label")
    func parameter() async throws {
        let value = try await fetch(
            "param:/a/b:good",
            [
                "ssm:GetParameter /a/b:good": .body(
                    #"{"Parameter":{"Name":"/a/b","Type":"SecureString","Value":"v\u0000w","Version":12}}"#)
            ])
        #expect(bytes(value) == Array("v\u{0}w".utf8))
        #expect(value.version == "12")
    }

    @Test("a secret: 64 KB of text, and binary to its bytes")
    func secret() async throws {
        let large = String(repeating: "0123456789abcdef", count: 4_096)
        let text = try await fetch(
            "secret:a",
            ["secretsmanager:GetSecretValue a": .body(#"{"SecretString":"\#(large)","VersionId":"v1"}"#)])
        #expect(bytes(text) == Array(large.utf8) && text.version == "v1" && !text.isBinary)
        let binary = try await fetch(
            "secret:a@AWSPREVIOUS",
            ["secretsmanager:GetSecretValue a": .body(#"{"SecretBinary":"AP8KDQ==","VersionId":"v0"}"#)])
        #expect(bytes(binary) == [0, 0xFF, 0x0A, 0x0D] && binary.isBinary)
    }

    @Test(
        "what has no value is refused without a call",
        arguments: [
            ("key:alias/a", OperationFailure.Kind.usage), ("fn:a", .usage), ("role:a", .usage),
            ("secret:a#/x", .ownFault)
        ])
    func refused(text: String, kind: OperationFailure.Kind) async throws {
        let failure = await #expect(throws: OperationFailure.self) { try await fetch(text, [:]) }
        #expect(failure?.kind == kind)
    }

    @Test(
        "AWS's refusals keep their meaning, code and request id",
        arguments: [
            (AWSError.Kind.notFound, OperationFailure.Kind.notFound), (.denied, .denied), (.throttled, .tryAgain),
            (.unreachable, .unreachable), (.expiredCredentials, .noCredentials), (.malformedAnswer, .unreachable),
            (.cancelled, .interrupted), (.ambiguous, .stoppedHalfway), (.invalidRequest, .failed),
            (.noRegion, .noCredentials),
            (.readOnly, .denied), (.conflict, .tryAgain), (.serviceFault, .unreachable),
            (.plainEndpoint, .noCredentials)
        ])
    func refusals(kind: AWSError.Kind, expected: OperationFailure.Kind) async throws {
        let error = AWSError(kind, operation: "ssm:GetParameter", code: "Code", message: "words", requestID: "r")
        let failure = await #expect(throws: OperationFailure.self) {
            try await fetch("param:/a", ["ssm:GetParameter /a": .failure(error)])
        }
        #expect(failure?.kind == expected)
        #expect(failure?.code == "Code" && failure?.requestID == "r")
        #expect(failure?.message.hasPrefix("cannot read param:/a: ssm:GetParameter: words") == true)
    }
}
