/// What is known of a KMS key before it is disabled.
public struct KeyFacts: Equatable, Sendable {
    /// The id, whatever name was given.
    public let id: String
    public let isEnabled: Bool
    /// AWS or CUSTOMER.
    public let manager: String
    public let state: String
    /// What stops when the key does: functions whose environment, secrets and parameters that are encrypted with it.
    public let dependents: [String]
    /// Who was given the use of it.
    public let grants: [String]
    /// The last use that CloudTrail tells, in words; nil if none is known.
    public let lastUse: String?

    public init(
        id: String, isEnabled: Bool, manager: String, state: String, dependents: [String], grants: [String],
        lastUse: String?
    ) {
        self.id = id
        self.isEnabled = isEnabled
        self.manager = manager
        self.state = state
        self.dependents = dependents
        self.grants = grants
        self.lastUse = lastUse
    }
}
