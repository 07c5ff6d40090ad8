/// The operations of the stores that are charged by the call, and which of them read.
///
/// Secrets Manager charges all of its own, Parameter Store what touches a parameter, KMS what uses or asks a key; named
/// are those whose names no other service has.
public struct BilledOperation: Sendable, Equatable {
    public let store: SecretStore
    /// Without these a count does not say how often a store is read.
    public let isRead: Bool

    /// nil for what is not charged, or of another service.
    public init?(_ name: String) {
        guard let (store, names) = Self.table.first(where: { $0.value.all.contains(name) }) else { return nil }
        self.store = store
        isRead = names.reads.contains(name)
    }

    private struct Names {
        let reads: Set<String>
        let all: Set<String>

        init(reads: String, others: String) {
            self.reads = Set(reads.split(separator: " ").map(String.init))
            all = self.reads.union(others.split(separator: " ").map(String.init))
        }
    }

    private static let table: [SecretStore: Names] = [
        .secretsManager: Names(
            reads: "GetSecretValue BatchGetSecretValue",
            others: """
                DescribeSecret ListSecrets ListSecretVersionIds GetRandomPassword CreateSecret PutSecretValue \
                UpdateSecret DeleteSecret RestoreSecret RotateSecret CancelRotateSecret UpdateSecretVersionStage \
                ReplicateSecretToRegions
                """),
        .parameterStore: Names(
            reads: "GetParameter GetParameters GetParametersByPath GetParameterHistory",
            others: "PutParameter DeleteParameter LabelParameterVersion"),
        .kms: Names(
            reads: "Decrypt",
            others:
                "Encrypt ReEncrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateMac VerifyMac DescribeKey")
    ]
}
