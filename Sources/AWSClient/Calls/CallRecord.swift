/// What the command log keeps of one call: never a body, a header or a value.
public struct CallRecord: Sendable, Equatable {
    /// Seconds since 1970-01-01 UTC when the first attempt began.
    public let started: Double
    public let service: String
    public let operation: String
    /// What the call was about; nil for a list.
    public let subject: String?
    public let requestID: String
    /// The HTTP status of the last attempt; 0 without an answer.
    public let status: Int
    /// AWS's error code; empty on success.
    public let code: String
    /// Milliseconds from the first attempt to the answer.
    public let milliseconds: Double
    public let attempts: Int

    public init(
        started: Double, service: String, operation: String, subject: String?, requestID: String, status: Int,
        code: String, milliseconds: Double, attempts: Int
    ) {
        self.started = started
        self.service = service
        self.operation = operation
        self.subject = subject
        self.requestID = requestID
        self.status = status
        self.code = code
        self.milliseconds = milliseconds
        self.attempts = attempts
    }
}
