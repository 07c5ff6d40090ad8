/// What counts as wrong here.
public struct CheckPolicy: Sendable, Equatable {
    /// Secrets and parameters whose names begin so must be under a customer key.
    public var customerKeyPrefixes: [String]
    /// Days without a change after which a secret that does not rotate is a finding.
    public var maximumAge: Int
    /// Days without a read after which a secret counts as unused.
    public var unusedDays: Int
    /// Days before an expiration.
    public var expiringDays: Int

    public init(
        customerKeyPrefixes: [String] = [], maximumAge: Int = 365, unusedDays: Int = 90, expiringDays: Int = 30
    ) {
        self.customerKeyPrefixes = customerKeyPrefixes
        self.maximumAge = maximumAge
        self.unusedDays = unusedDays
        self.expiringDays = expiringDays
    }
}
