/// What a new version of a parameter takes over from the one before.
public struct ParameterAttributes: Hashable, Sendable {
    /// String, StringList or SecureString.
    public var type: String
    /// Without it Systems Manager falls back to its own key.
    public var keyID: String?
    public var tier: String?
    public var dataType: String?
    public var allowedPattern: String?
    /// The policies, JSON, as PutParameter takes them; nil if there are none.
    public var policies: String?
    public var description: String?

    public init(
        type: String, keyID: String? = nil, tier: String? = nil, dataType: String? = nil, allowedPattern: String? = nil,
        policies: String? = nil, description: String? = nil
    ) {
        self.type = type
        self.keyID = keyID
        self.tier = tier
        self.dataType = dataType
        self.allowedPattern = allowedPattern
        self.policies = policies
        self.description = description
    }
}
