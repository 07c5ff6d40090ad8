/// How what a record tells came out. The raw value is the `outcome` field: one of these words, or for
/// `reveal.masked` the reason.
public struct AuditOutcome: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// Asked for, and on record before it is tried.
    public static let pending = AuditOutcome(rawValue: "pending")
    public static let done = AuditOutcome(rawValue: "done")
    /// Refused by AWS or by a rule of this installation.
    public static let denied = AuditOutcome(rawValue: "denied")
    public static let failed = AuditOutcome(rawValue: "failed")
    public static let same = AuditOutcome(rawValue: "same")
    public static let different = AuditOutcome(rawValue: "different")
}
