/// A place for a value that a plan makes.
public enum NewStore: Hashable, Sendable {
    /// - keyID: nil for aws/secretsmanager.
    case secret(keyID: String?, description: String?, tags: [String: String])
    case parameter(ParameterAttributes)
}
