/// One AWS call in the command log: never an argument, a body or a value.
public struct CallLine: Sendable, Equatable {
    /// Seconds since 1970-01-01 UTC when the first attempt began.
    public let started: Double
    /// `lambda:ListFunctions`
    public let operation: String
    /// What the call was about; nil for a list.
    public let target: String?
    public let requestID: String
    /// The HTTP status of the last attempt; 0 without an answer.
    public let status: Int
    /// AWS's error code; empty on success.
    public let code: String
    public let milliseconds: Double
    public let attempts: Int

    public init(
        started: Double, operation: String, target: String?, requestID: String, status: Int, code: String,
        milliseconds: Double, attempts: Int
    ) {
        self.started = started
        self.operation = operation
        self.target = target
        self.requestID = requestID
        self.status = status
        self.code = code
        self.milliseconds = milliseconds
        self.attempts = attempts
    }

    public var isFailure: Bool { !code.isEmpty || status == 0 }

    /// Whether AWS found us too fast.
    var isThrottled: Bool { status == 429 || code.contains("Throttl") || code.contains("TooManyRequests") }
}
