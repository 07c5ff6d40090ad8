/// Why an operation ended without its result, in the terms of the exit codes: one line for a person,
/// AWS's code and request id, never a value.
public struct OperationFailure: Error, Sendable, Equatable {
    /// One case an exit code of the command line (docs/exit-codes.md).
    public enum Kind: Int32, Sendable {
        case failed = 1
        case finding = 3
        case stoppedHalfway = 4
        case usage = 64
        case badInput = 65
        case notFound = 66
        case unreachable = 69
        case ownFault = 70
        case auditUnwritable = 74
        case tryAgain = 75
        case denied = 77
        case noCredentials = 78
        case interrupted = 130
    }

    public let kind: Kind
    /// What failed, on what, and what to do next: one line.
    public let message: String
    /// AWS's error code; empty if AWS had no part in it.
    public let code: String
    public let requestID: String

    public init(_ kind: Kind, _ message: String, code: String = "", requestID: String = "") {
        self.kind = kind
        self.message = message
        self.code = code
        self.requestID = requestID
    }
}
