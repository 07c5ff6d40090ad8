import FoundationEssentials

/// What is known of an access key before it is contained.
public struct AccessKeyFacts: Equatable, Sendable {
    public let id: String
    public let user: String
    public let isActive: Bool
    public let created: Date?
    public let lastUsed: Date?
    public let lastService: String?
    public let lastRegion: String?
    /// The user's other keys that are active.
    public let otherActiveKeys: [String]
    /// The policy of ours that denies the user's old sessions, if there is one.
    public let sessionPolicy: PolicyText?

    public init(
        id: String, user: String, isActive: Bool, created: Date?, lastUsed: Date?, lastService: String?,
        lastRegion: String?, otherActiveKeys: [String], sessionPolicy: PolicyText?
    ) {
        self.id = id
        self.user = user
        self.isActive = isActive
        self.created = created
        self.lastUsed = lastUsed
        self.lastService = lastService
        self.lastRegion = lastRegion
        self.otherActiveKeys = otherActiveKeys
        self.sessionPolicy = sessionPolicy
    }
}
