/// The places where a secret of a Lambda application can live.
public enum SecretStore: String, Sendable, CaseIterable {
    case environment, parameterStore, secretsManager, kms

    /// As AWS calls it.
    public var title: String {
        switch self {
        case .environment: "environment variable"
        case .parameterStore: "Parameter Store"
        case .secretsManager: "Secrets Manager"
        case .kms: "KMS ciphertext"
        }
    }
}
