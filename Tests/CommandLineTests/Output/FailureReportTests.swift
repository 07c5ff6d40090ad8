import AWSClient
import Operations
import Testing

@testable import curtain

@Suite("Errors in one line")
struct FailureReportTests {
    @Test("operation, message, code and request id stand in the line")
    func aws() {
        let report = FailureReport(
            AWSError(
                .denied, operation: "lambda:ListFunctions", code: "AccessDeniedException", message: "not allowed",
                requestID: "r-1", status: 403))
        #expect(report.status == .denied)
        #expect(report.line == "curtain: lambda:ListFunctions: not allowed (AccessDeniedException, request r-1)")
    }

    @Test(
        "an operation's failure keeps its exit code",
        arguments: [
            OperationFailure.Kind.finding, .usage, .auditUnwritable, .tryAgain, .interrupted
        ])
    func operation(kind: OperationFailure.Kind) {
        let report = FailureReport(OperationFailure(kind, "what, on what, what next"))
        #expect(report.status.rawValue == kind.rawValue)
        #expect(report.line == "curtain: what, on what, what next")
    }

    @Test("a reader that left is no error")
    func closed() {
        let report = FailureReport(OutputError.closed)
        #expect(report.status == .done)
        #expect(report.line == nil)
    }

    @Test("an unknown error says its type and nothing of its contents")
    func unknown() throws {
        struct Odd: Error { let text = "canary-contents" }
        let report = FailureReport(Odd())
        #expect(report.status == .ownFault)
        #expect(try !#require(report.line).contains("canary"))
    }
}
