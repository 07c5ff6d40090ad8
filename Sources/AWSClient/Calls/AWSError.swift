/// Why a call has no answer: the operation, the code, the request id; never a body and never a value.
public struct AWSError: Error, Sendable, Equatable {
    /// The kinds that callers treat differently; each has its exit code in the command line.
    public enum Kind: Sendable, Equatable {
        /// No credentials, or none that can be read. Exit 78.
        case noCredentials
        /// No region anywhere. Exit 78.
        case noRegion
        /// The configuration is wrong (no such profile, a malformed line). Exit 78.
        case configuration
        /// The session has ended: sign in again. Exit 78.
        case expiredCredentials
        /// AWS refused the signature or the key. Exit 77.
        case rejectedCredentials
        /// AccessDenied and its like. Exit 77.
        case denied
        /// Our own read-only mode. Exit 77.
        case readOnly
        /// There is no such thing. Exit 66.
        case notFound
        /// Throttled after all tries. Exit 75.
        case throttled
        /// A precondition failed or the thing is being changed. Exit 75.
        case conflict
        /// The service refused the request as such. Exit 1.
        case invalidRequest
        /// No connection, a time-out, TLS. Exit 69.
        case unreachable
        /// The endpoint is neither TLS nor loopback. Exit 78.
        case plainEndpoint
        /// An answer that is not what the API reference describes. Exit 69.
        case malformedAnswer
        /// 5xx after all tries. Exit 69.
        case serviceFault
        /// A change whose outcome is unknown: look before anything is repeated. Exit 4.
        case ambiguous
        /// The caller no longer wants the answer.
        case cancelled
    }

    public let kind: Kind
    /// `lambda:ListFunctions`
    public let operation: String
    /// AWS's own code, or curl's name for its error; empty if there is none.
    public let code: String
    /// One line for a person, cleaned and free of values.
    public let message: String
    public let requestID: String
    /// The HTTP status; 0 if there was no answer.
    public let status: Int
    /// Seconds after which the service wants to be asked again; nil if it did not say.
    public var retryAfter: Double?

    public init(
        _ kind: Kind, operation: String, code: String = "", message: String, requestID: String = "", status: Int = 0
    ) {
        self.kind = kind
        self.operation = operation
        self.code = code
        self.message = message
        self.requestID = requestID
        self.status = status
    }
}
