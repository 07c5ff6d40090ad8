import FoundationEssentials

/// A KMS key. `ListKeys` tells only ids: the rest is nil until the key has been described.
public struct KeyRow: Sendable, Equatable {
    public struct Rotation: Sendable, Equatable {
        public let enabled: Bool
        public let days: Int?

        public init(enabled: Bool, days: Int?) {
            self.enabled = enabled
            self.days = days
        }
    }

    public var common: ResourceCommon
    /// `alias/NAME`, sorted.
    public let aliases: [String]
    public let state: String?
    /// AWS or CUSTOMER.
    public let manager: String?
    public let spec: String?
    public let origin: String?
    public let rotation: Rotation?
    public let description: String?

    public init(
        common: ResourceCommon, aliases: [String], state: String?, manager: String?, spec: String?, origin: String?,
        rotation: Rotation?, description: String?
    ) {
        self.common = common
        self.aliases = aliases
        self.state = state
        self.manager = manager
        self.spec = spec
        self.origin = origin
        self.rotation = rotation
        self.description = description
    }
}
