import AWSClient
import AWSServices
import Inventory
import Operations

extension AccountStores {
    /// What Secrets Manager encrypts with when no key was named.
    private static let ownKey = "alias/aws/secretsmanager"

    public func setting(_ setting: StoreSetting, of store: Reference) async throws(CallFailure) -> String {
        switch store {
        case .secret(let name, _, _): return try await secretSetting(setting, name)
        case .parameter(let name, _):
            guard setting == .tags else { throw Self.misplaced(setting, store) }
            let tags = try await calls.change(
                ParameterStore.ListTagsForResource(parameter: name), "look at the tags of parameter \(name)"
            ).output
            return StoreSetting.text(tags.mapValues { $0 })
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw Self.misplaced(setting, store)
        }
    }

    public func change(
        _ setting: StoreSetting, of store: Reference, from actual: String, to wanted: String
    ) async throws(CallFailure) -> CallReceipt {
        let act = "change \(setting.rawValue) of \(store)"
        switch (setting, store) {
        case (.description, .secret(let name, _, _)):
            return try await calls.change(
                SecretsManager.UpdateSecret(secretID: name, description: wanted, keyID: nil), act
            ).receipt
        case (.key, .secret(let name, _, _)):
            return try await calls.change(
                SecretsManager.UpdateSecret(secretID: name, description: nil, keyID: wanted), act
            ).receipt
        case (.tags, _): return try await changeTags(store, actual, wanted, act)
        case (.rotation, .secret(let name, _, _)): return try await changeRotation(name, wanted, act)
        case (.replicas, .secret(let name, _, _)): return try await changeReplicas(name, actual, wanted, act)
        case (.resourcePolicy, .secret(let name, _, _)):
            guard !wanted.isEmpty else {
                return try await calls.change(SecretsManager.DeleteResourcePolicy(secretID: name), act).receipt
            }
            return try await calls.change(
                SecretsManager.PutResourcePolicy(secretID: name, document: wanted), act
            ).receipt
        case (_, _): throw Self.misplaced(setting, store)
        }
    }

    private func secretSetting(_ setting: StoreSetting, _ name: String) async throws(CallFailure) -> String {
        if setting == .resourcePolicy {
            let policy = try await calls.change(
                SecretsManager.GetResourcePolicy(secretID: name), "look at the policy of secret \(name)"
            ).output
            return policy.map { PolicyText($0)?.text ?? $0 } ?? ""
        }
        let secret = try await calls.change(
            SecretsManager.DescribeSecret(secretID: name), "look at secret \(name)"
        ).output
        switch setting {
        case .description: return secret.description ?? ""
        case .key: return try await canonicalKey(secret.kmsKey)
        case .tags: return StoreSetting.text((secret.tags ?? [:]).mapValues { $0 })
        case .replicas:
            return StoreSetting.text(
                Dictionary(
                    (secret.replicas ?? []).map { replica in
                        let isOwn = replica.kmsKey.map { !$0.hasSuffix("aws/secretsmanager") } ?? false
                        return (replica.region, isOwn ? replica.kmsKey ?? "true" : "true")
                    }, uniquingKeysWith: { $1 }))
        case .rotation:
            guard secret.rotationEnabled else { return "off" }
            return StoreSetting.text([
                "function": secret.rotationFunction,
                "schedule": secret.rotationSchedule ?? secret.rotationDays.map { "rate(\($0) days)" },
                "window": secret.rotationWindow
            ])
        case .resourcePolicy: throw Self.misplaced(setting, .secret(name: name))
        }
    }

    private func canonicalKey(_ key: String?) async throws(CallFailure) -> String {
        guard let key, !key.hasSuffix(Self.ownKey) else { return Self.ownKey }
        return try await keyARN(key)
    }

    private func changeTags(
        _ store: Reference, _ actual: String, _ wanted: String, _ act: String
    ) async throws(CallFailure) -> CallReceipt {
        let there = StoreSetting.members(actual) ?? [:]
        let members = StoreSetting.members(wanted) ?? [:]
        let added = members.compactMapValues { $0 }.filter { there[$0.key, default: nil] != $0.value }
        let removed = members.filter { $0.value == nil && there[$0.key, default: nil] != nil }.keys.sorted()
        switch store {
        case .secret(let name, _, _) where !added.isEmpty:
            return try await calls.change(SecretsManager.TagResource(secretID: name, tags: added), act).receipt
        case .secret(let name, _, _):
            return try await calls.change(SecretsManager.UntagResource(secretID: name, keys: removed), act).receipt
        case .parameter(let name, _) where !added.isEmpty:
            return try await calls.change(ParameterStore.AddTagsToResource(parameter: name, tags: added), act).receipt
        case .parameter(let name, _):
            return try await calls.change(
                ParameterStore.RemoveTagsFromResource(parameter: name, keys: removed), act
            ).receipt
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw Self.misplaced(.tags, store)
        }
    }

    private func changeRotation(
        _ name: String, _ wanted: String, _ act: String
    ) async throws(CallFailure) -> CallReceipt {
        guard let rules = StoreSetting.members(wanted), let schedule = rules["schedule", default: nil] else {
            return try await calls.change(SecretsManager.CancelRotateSecret(secretID: name), act).receipt
        }
        return try await calls.change(
            SecretsManager.RotateSecret(
                secretID: name, schedule: schedule, functionARN: rules["function", default: nil],
                window: rules["window", default: nil]), act
        ).receipt
    }

    private func changeReplicas(
        _ name: String, _ actual: String, _ wanted: String, _ act: String
    ) async throws(CallFailure) -> CallReceipt {
        let there = StoreSetting.members(actual) ?? [:]
        let members = StoreSetting.members(wanted) ?? [:]
        let added = members.filter { $0.value != nil && there[$0.key, default: nil] == nil }.keys
        guard added.isEmpty else {
            let replicas = Dictionary(
                added.map { ($0, members[$0, default: nil].flatMap { $0 == "true" ? nil : $0 }) },
                uniquingKeysWith: { $1 })
            return try await calls.change(
                SecretsManager.ReplicateSecretToRegions(secretID: name, replicas: replicas), act
            ).receipt
        }
        let removed = members.filter { $0.value == nil && there[$0.key, default: nil] != nil }.keys.sorted()
        return try await calls.change(
            SecretsManager.RemoveRegionsFromReplication(secretID: name, regions: removed), act
        ).receipt
    }

    private static func misplaced(_ setting: StoreSetting, _ store: Reference) -> CallFailure {
        CallFailure(.refused, OperationFailure(.usage, "\(store) has no \(setting.rawValue) that can be set by itself"))
    }
}
