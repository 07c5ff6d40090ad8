/// How often and how a call is tried.
public struct RetrySettings: Sendable, Equatable {
    /// `AWS_RETRY_MODE`. The old `legacy` is read as standard.
    public enum Mode: String, Sendable { case standard, adaptive }

    public var mode: Mode
    /// All tries together, the first one included.
    public var maxAttempts: Int
    /// The values that the SDKs adopted in 2026 (`AWS_NEW_RETRIES_2026=true`): short waits after faults, long
    /// ones after throttling, `x-amz-retry-after`, another price of a retry.
    public var usesRulesOf2026: Bool

    public init(mode: Mode = .standard, maxAttempts: Int = 3, usesRulesOf2026: Bool = false) {
        self.mode = mode
        self.maxAttempts = maxAttempts
        self.usesRulesOf2026 = usesRulesOf2026
    }
}
