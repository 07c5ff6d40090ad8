/// What is known of a secret before it is closed to its readers.
public struct SecretFacts: Equatable, Sendable {
    public let name: String
    public let arn: String
    public let policy: PolicyText?
    /// The role of the rotation function; nil where no function rotates it.
    public let rotationRole: String?
    /// Whether a function rotates it, whatever its role.
    public let isRotated: Bool
    public let replicas: [String]

    public init(
        name: String, arn: String, policy: PolicyText?, rotationRole: String?, isRotated: Bool, replicas: [String]
    ) {
        self.name = name
        self.arn = arn
        self.policy = policy
        self.rotationRole = rotationRole
        self.isRotated = isRotated
        self.replicas = replicas
    }
}
