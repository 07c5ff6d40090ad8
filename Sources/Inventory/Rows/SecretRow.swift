import FoundationEssentials

/// A secret of Secrets Manager without its value or the names of its fields.
public struct SecretRow: Sendable, Equatable {
    public struct Rotation: Sendable, Equatable {
        public let enabled: Bool
        public let days: Int?
        public let next: Date?
        public let last: Date?
        public let functionARN: String?

        public init(enabled: Bool, days: Int?, next: Date?, last: Date?, functionARN: String?) {
            self.enabled = enabled
            self.days = days
            self.next = next
            self.last = last
            self.functionARN = functionARN
        }
    }

    public struct Version: Sendable, Equatable {
        public let id: String
        public let stages: [String]

        public init(id: String, stages: [String]) {
            self.id = id
            self.stages = stages
        }
    }

    public var common: ResourceCommon
    public let rotation: Rotation
    public let versions: [Version]
    public let accessed: Date?
    public let kmsKey: String?
    /// Regions of the replicas; nil where the list call does not tell.
    public var replicas: [String]?
    /// Where the secret is written, if it has replicas or is one; nil otherwise.
    public let primaryRegion: String?
    /// The service that owns the secret, such as `rds`.
    public let owner: String?
    /// When it will be gone, if it is being deleted.
    public let deleting: Date?
    public let description: String?
    /// The replicas that do not have the primary's value, each with AWS's reason; empty where the list call does not tell.
    public var replicasBehind: [String]

    public init(
        common: ResourceCommon, rotation: Rotation, versions: [Version], accessed: Date?, kmsKey: String?,
        replicas: [String]?, owner: String?, deleting: Date?, description: String?, replicasBehind: [String] = [],
        primaryRegion: String? = nil
    ) {
        self.common = common
        self.rotation = rotation
        self.versions = versions
        self.accessed = accessed
        self.kmsKey = kmsKey
        self.replicas = replicas
        self.owner = owner
        self.deleting = deleting
        self.description = description
        self.replicasBehind = replicasBehind
        self.primaryRegion = primaryRegion
    }

    /// Whether it is a copy of a secret in another region, which alone is written.
    public var isReplica: Bool { primaryRegion.map { $0 != common.region } ?? false }
}
