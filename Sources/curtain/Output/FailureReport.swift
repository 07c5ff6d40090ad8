import AWSClient
import AuditTrail
import CursesTerminal
import Inventory
import Operations
import Settings
import StateFiles

/// An error as its exit code and its one line: what failed, on what, the AWS code and request id, what to
/// do next.
struct FailureReport: Sendable {
    let status: ExitStatus
    /// nil when there is nobody to tell (a closed pipe).
    let line: String?

    init(_ error: any Error) {
        switch error {
        case let failure as OperationFailure: self.init(failure)
        case let failure as AWSError: self.init(failure)
        case let failure as AuditError: self.init(failure)
        case let failure as StateFilesError: self.init(failure)
        case let failure as ReferenceError: self.init(failure)
        case let failure as SettingsError: self.init(status: .badInput, line: "curtain: \(failure)")
        case let failure as TerminalStartError: self.init(status: .usage, line: "curtain: \(failure)")
        case let failure as UsageFailure: self.init(status: .usage, line: "curtain: " + failure.message)
        case let failure as ChildProcess.Failure:
            self.init(
                status: .failed,
                line: "curtain: cannot start \(failure.program): \(SystemText.of(errno: failure.errno))")
        case OutputError.closed: self.init(status: .done, line: nil)
        case OutputError.failed(let number):
            self.init(status: .failed, line: "curtain: cannot write the output: \(SystemText.of(errno: number))")
        case is CancellationError: self.init(status: .interrupted, line: "curtain: interrupted")
        default:
            self.init(
                status: .ownFault, line: "curtain: unexpected \(type(of: error)); this is a fault of curtain's own")
        }
    }

    init(_ failure: OperationFailure) {
        self.init(
            status: ExitStatus(failure.kind),
            line: "curtain: " + failure.message + Self.origin(code: failure.code, requestID: failure.requestID))
    }

    init(_ error: AWSError) {
        self.init(
            status: Self.status(error.kind),
            line: "curtain: \(error.operation): " + error.message
                + Self.origin(code: error.code, requestID: error.requestID))
    }

    init(status: ExitStatus, line: String?) {
        self.status = status
        self.line = line
    }

    /// ` (AccessDeniedException, request 7f3a…)`, without what is empty.
    private static func origin(code: String, requestID: String) -> String {
        let parts = [code, requestID.isEmpty ? "" : "request " + requestID].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
    }

    private static func status(_ kind: AWSError.Kind) -> ExitStatus {
        switch kind {
        case .noCredentials, .noRegion, .configuration, .expiredCredentials, .plainEndpoint: .noCredentials
        case .rejectedCredentials, .denied, .readOnly: .denied
        case .notFound: .notFound
        case .throttled, .conflict: .tryAgain
        case .invalidRequest: .failed
        case .unreachable, .malformedAnswer, .serviceFault: .unreachable
        case .ambiguous: .stoppedHalfway
        case .cancelled: .interrupted
        }
    }
}
