import FoundationEssentials

/// A secret's versions, labels and circumstances.
public struct SecretState: Sendable, Equatable {
    public struct Replica: Sendable, Equatable {
        public let region: String
        /// InSync, InProgress, Failed.
        public let status: String?
        public let message: String?

        public init(region: String, status: String?, message: String? = nil) {
            self.region = region
            self.status = status
            self.message = message
        }
    }

    public var arn: String
    /// Version id to labels; a version without any is not told.
    public var labels: [String: Set<String>]
    public var rotates: Bool
    public var rotationFunction: String?
    /// The service that owns it, such as `rds`.
    public var owner: String?
    public var replicas: [Replica]
    public var isBeingDeleted: Bool
    /// The region whose copy may be written; nil if it is this one.
    public var primaryRegion: String?
    public var lastRotated: Date?

    public init(
        arn: String, labels: [String: Set<String>], rotates: Bool = false, rotationFunction: String? = nil,
        owner: String? = nil, replicas: [Replica] = [], isBeingDeleted: Bool = false, primaryRegion: String? = nil,
        lastRotated: Date? = nil
    ) {
        self.arn = arn
        self.labels = labels
        self.rotates = rotates
        self.rotationFunction = rotationFunction
        self.owner = owner
        self.replicas = replicas
        self.isBeingDeleted = isBeingDeleted
        self.primaryRegion = primaryRegion
        self.lastRotated = lastRotated
    }

    public var current: String? { version(with: "AWSCURRENT") }
    public var previous: String? { version(with: "AWSPREVIOUS") }
    /// A pending version that is not also the current one; that would be harmless.
    public var pending: String? {
        labels.first { $0.value.contains("AWSPENDING") && !$0.value.contains("AWSCURRENT") }?.key
    }

    /// The version that has the label.
    public func version(with label: String) -> String? { labels.first { $0.value.contains(label) }?.key }
}
