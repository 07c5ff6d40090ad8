import AWSClient
import AWSServices
import Operations

/// Makes the changes of containments, and tells how a setting stands. IAM's are the account's; all others are those of
/// the client's region.
public struct AccountSettings: AccountChanging {
    let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func make(_ change: AccountChange) async throws(OperationFailure) -> String {
        do throws(AWSError) {
            return try await send(change)
        } catch {
            throw OperationFailure(error, cannot: "do this: \(change.words)")
        }
    }

    private func send(_ change: AccountChange) async throws(AWSError) -> String {
        switch change {
        case .accessKey(let id, let user, let active):
            return try await calls.answer(to: IAM.UpdateAccessKey(id: id, user: user, active: active)).requestID
        case .rolePolicy(let role, let name, let document?):
            return try await calls.answer(to: IAM.PutRolePolicy(role: role, name: name, document: document.text))
                .requestID
        case .rolePolicy(let role, let name, nil):
            return try await calls.answer(to: IAM.DeleteRolePolicy(role: role, name: name)).requestID
        case .userPolicy(let user, let name, let document?):
            return try await calls.answer(to: IAM.PutUserPolicy(user: user, name: name, document: document.text))
                .requestID
        case .userPolicy(let user, let name, nil):
            return try await calls.answer(to: IAM.DeleteUserPolicy(user: user, name: name)).requestID
        case .concurrency(let function, let reserved?):
            return try await calls.answer(to: Lambda.PutFunctionConcurrency(function: function, reserved: reserved))
                .requestID
        case .concurrency(let function, nil):
            return try await calls.answer(to: Lambda.DeleteFunctionConcurrency(function: function)).requestID
        case .provisioned(let function, let qualifier, let count?):
            return try await calls.answer(
                to: Lambda.PutProvisionedConcurrencyConfig(function: function, qualifier: qualifier, count: count)
            ).requestID
        case .provisioned(let function, let qualifier, nil):
            return try await calls.answer(
                to: Lambda.DeleteProvisionedConcurrencyConfig(function: function, qualifier: qualifier)
            ).requestID
        case .eventSource(let uuid, _, let enabled):
            return try await calls.answer(to: Lambda.UpdateEventSourceMapping(uuid: uuid, enabled: enabled)).requestID
        case .functionURL(let function, let qualifier, let authType):
            return try await calls.answer(
                to: Lambda.UpdateFunctionUrlConfig(function: function, qualifier: qualifier, authType: authType)
            ).requestID
        case .secretPolicy(let secret, let document?):
            return try await calls.answer(
                to: SecretsManager.PutResourcePolicy(secretID: secret, document: document.text)
            ).requestID
        case .secretPolicy(let secret, nil):
            return try await calls.answer(to: SecretsManager.DeleteResourcePolicy(secretID: secret)).requestID
        case .key(let id, true): return try await calls.answer(to: KMS.EnableKey(keyID: id)).requestID
        case .key(let id, false): return try await calls.answer(to: KMS.DisableKey(keyID: id)).requestID
        case .alias(let function, let name, let version, let weights):
            // The alias as it was planned for, or none: someone else's change in between is theirs.
            let now = try await calls.perform(Lambda.GetAlias(function: function, name: name))
            return try await calls.answer(
                to: Lambda.UpdateAlias(
                    function: function, name: name, functionVersion: version,
                    weights: Dictionary(weights.map { ($0.version, $0.weight) }) { first, _ in first },
                    revisionID: now.revisionID)
            ).requestID
        case .description(let function, let text):
            return try await calls.answer(
                to: Lambda.UpdateFunctionDescription(function: function, description: text)
            ).requestID
        }
    }

    public func obstacle(to change: AccountChange) async throws(OperationFailure) -> String? {
        guard case .concurrency(let function, let reserved?) = change, reserved > 0 else { return nil }
        do throws(AWSError) {
            let limits = try await calls.perform(Lambda.GetAccountSettings())
            let own = try await calls.perform(Lambda.GetFunctionConcurrency(function: function)) ?? 0
            guard let unreserved = limits.unreserved else { return nil }
            let left = unreserved + own - reserved
            guard left < Self.unreservedMinimum else { return nil }
            return
                "reserving \(reserved) for \(function) would leave \(left) unreserved, and \(Self.unreservedMinimum) must"
                + " stay; lower another reservation or have the quota raised"
        } catch {
            // Whoever may not read the limits may still set them: AWS itself says whether it works.
            if error.kind == .denied { return nil }
            throw OperationFailure(error, cannot: "read the account's limits")
        }
    }

    private static let unreservedMinimum = 100
}
