/// What changes of a parameter besides its value, by the same call; what is nil stays as it is.
public struct ParameterChanges: Hashable, Sendable {
    /// Only where a parameter is made: String, StringList, SecureString. AWS changes no type.
    public var type: String?
    /// `Standard`, `Advanced`, `Intelligent-Tiering`. From advanced there is no way back.
    public var tier: String?
    /// The KMS key of a SecureString.
    public var keyID: String?
    /// The policies, JSON; an empty list `[]` takes them off.
    public var policies: String?
    public var description: String?
    public var allowedPattern: String?

    public init(
        type: String? = nil, tier: String? = nil, keyID: String? = nil, policies: String? = nil,
        description: String? = nil, allowedPattern: String? = nil
    ) {
        self.type = type
        self.tier = tier
        self.keyID = keyID
        self.policies = policies
        self.description = description
        self.allowedPattern = allowedPattern
    }

    var isEmpty: Bool { self == ParameterChanges() }
}
