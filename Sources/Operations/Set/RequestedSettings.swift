/// What is to become of settings that have calls of their own; what is nil or not named stays as it is.
public struct RequestedSettings: Hashable, Sendable {
    /// When a secret is rotated, and by what.
    public enum Rotation: Hashable, Sendable {
        case off
        /// - function: nil for the one that it has.
        case schedule(String, function: String?, window: String?)
    }

    /// Of a secret; a parameter's changes with its value.
    public var description: String?
    /// Tag to value; nil takes it off.
    public var tags: [String: String?]
    /// A secret's KMS key, as the person named it.
    public var key: String?
    public var rotation: Rotation?
    /// Region to whether a replica shall be there.
    public var replicas: [String: Bool]
    /// Region to the KMS key there of a replica that is made; nil for aws/secretsmanager.
    public var replicaKeys: [String: String] = [:]
    /// JSON; empty takes it off.
    public var resourcePolicy: String?

    public init(
        description: String? = nil, tags: [String: String?] = [:], key: String? = nil, rotation: Rotation? = nil,
        replicas: [String: Bool] = [:], resourcePolicy: String? = nil
    ) {
        self.description = description
        self.tags = tags
        self.key = key
        self.rotation = rotation
        self.replicas = replicas
        self.resourcePolicy = resourcePolicy
    }

    var isEmpty: Bool { self == RequestedSettings() }
}
