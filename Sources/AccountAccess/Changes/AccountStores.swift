import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Makes, deletes and configures secrets and parameters.
public struct AccountStores: StoreChanging {
    let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func create(
        _ secret: String, value: SecretBytes, isBinary: Bool, token: String, keyID: String?, description: String?,
        tags: [String: String]
    ) async throws(CallFailure) -> CallReceipt {
        try await calls.change("make secret \(secret)") {
            try SecretsManager.CreateSecret(
                name: secret, value: value, isBinary: isBinary, token: token, keyID: keyID, description: description,
                tags: tags)
        }.receipt
    }

    public func delete(_ secret: String, recoveryDays: Int) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            SecretsManager.DeleteSecret(secretID: secret, recoveryDays: recoveryDays), "delete secret \(secret)"
        ).receipt
    }

    public func restore(_ secret: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(SecretsManager.RestoreSecret(secretID: secret), "restore secret \(secret)").receipt
    }

    public func keyARN(_ key: String) async throws(CallFailure) -> String {
        try await calls.change(KMS.DescribeKey(keyID: key), "look at key \(key)").output.arn ?? key
    }
}
