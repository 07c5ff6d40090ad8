import FoundationEssentials

/// A parameter of Parameter Store without its value.
public struct ParameterRow: Sendable, Equatable {
    public var common: ResourceCommon
    /// String, StringList or SecureString.
    public let type: String
    public let tier: String?
    public let version: Int?
    public let kmsKey: String?
    /// The policies in words: `Expiration 2026-11-26T00:00:00Z`.
    public let policies: [String]
    public let modifiedBy: String?
    public let description: String?

    public init(
        common: ResourceCommon, type: String, tier: String?, version: Int?, kmsKey: String?, policies: [String],
        modifiedBy: String?, description: String?
    ) {
        self.common = common
        self.type = type
        self.tier = tier
        self.version = version
        self.kmsKey = kmsKey
        self.policies = policies
        self.modifiedBy = modifiedBy
        self.description = description
    }
}
