import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Stages, labels and reads versions of secrets.
public struct AccountSecrets: SecretStaging {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func state(of secret: String) async throws(CallFailure) -> SecretState {
        let metadata = try await calls.change(
            SecretsManager.DescribeSecret(secretID: secret), "look at secret \(secret)"
        ).output
        return SecretState(
            arn: Cleaned.text(metadata.arn), labels: metadata.versionStages.mapValues { Set($0) },
            rotates: metadata.rotationEnabled, rotationFunction: metadata.rotationFunction,
            owner: metadata.owningService,
            replicas: (metadata.replicas ?? []).map {
                SecretState.Replica(
                    region: Cleaned.text($0.region), status: $0.status, message: $0.message.map(Cleaned.text))
            },
            isBeingDeleted: metadata.deleted != nil, primaryRegion: metadata.primaryRegion,
            lastRotated: metadata.lastRotated)
    }

    public func putPending(
        _ value: SecretBytes, isBinary: Bool, token: String, in secret: String
    ) async throws(CallFailure) -> CallReceipt {
        try await calls.change("stage a version of secret \(secret)") {
            try SecretsManager.PutSecretValue(
                secretID: secret, value: value, isBinary: isBinary, token: token, stages: ["AWSPENDING"])
        }.receipt
    }

    public func moveLabel(
        _ label: String, to version: String?, from former: String?, in secret: String
    ) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            SecretsManager.UpdateSecretVersionStage(
                secretID: secret, stage: label, moveTo: version, removeFrom: former),
            "move \(label) of secret \(secret)"
        ).receipt
    }

    public func value(of secret: String, version: String) async throws(CallFailure) -> FetchedValue {
        let answer = try await calls.change(
            SecretsManager.GetSecretValue(secretID: secret, version: .id(version)),
            "read version \(version) of secret \(secret)")
        return try .held(
            answer.output.value, version: version, answer.receipt, isBinary: answer.output.isBinary)
    }

    public func rotate(_ secret: String, token: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            SecretsManager.RotateSecret(secretID: secret, token: token), "rotate secret \(secret)"
        ).receipt
    }
}

extension AccountSecrets: PasswordMaking {
    public func password(_ value: GeneratedValue) async throws(CallFailure) -> SecretBytes {
        let answer = try await calls.change(
            SecretsManager.GetRandomPassword(
                length: value.length, excluded: value.excluded, excludesPunctuation: value.excludesPunctuation),
            "have Secrets Manager make a value")
        return try FetchedValue.held(answer.output, version: nil, answer.receipt).bytes
    }
}

extension FetchedValue {
    /// The value that an answer brought, if there was locked memory for it.
    static func held(
        _ value: Result<SecretBytes, any Error>, version: String?, _ receipt: CallReceipt, isBinary: Bool = false
    ) throws(CallFailure) -> FetchedValue {
        switch value {
        case .success(let bytes):
            return FetchedValue(bytes: bytes, version: version, requestID: receipt.requestID, isBinary: isBinary)
        case .failure:
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
        }
    }
}
