import FoundationEssentials

/// A parameter of Parameter Store without its value.
public struct ParameterRow: Sendable, Equatable {
    public var common: ResourceCommon
    private let traits: Shared<ParameterTraits>
    public let version: Int?
    /// The policies in words: `Expiration 2026-11-26T00:00:00Z`.
    public let policies: [String]
    public let description: String?

    /// String, StringList or SecureString.
    public var type: String { traits.value.type }
    public var tier: String? { traits.value.tier }
    public var kmsKey: String? { traits.value.kmsKey }
    public var modifiedBy: String? { traits.value.modifiedBy }

    /// - Parameter sharing: where the rows of the same load keep what they have in common.
    public init(
        common: ResourceCommon, type: String, tier: String?, version: Int?, kmsKey: String?, policies: [String],
        modifiedBy: String?, description: String?, sharing: SharedRowParts? = nil
    ) {
        let traits = ParameterTraits(type: type, tier: tier, kmsKey: kmsKey, modifiedBy: modifiedBy)
        self.common = common
        self.traits = sharing?.traits.shared(traits) ?? Shared(traits)
        self.version = version
        self.policies = policies
        self.description = description
    }
}
