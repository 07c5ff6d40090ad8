import Inventory

extension StepCommands {
    /// What makes, deletes and configures a secret or parameter.
    var createStore: [String] {
        switch plan.newStore {
        case .secret(let keyID, let description, let tags):
            let tags = tags.sorted { $0.key < $1.key }.map { "Key=\($0.key),Value=\($0.value)" }
            return [
                aws(
                    "secretsmanager create-secret", ("name", name), ("client-request-token", plan.token),
                    ("kms-key-id", keyID), ("description", description), ("secret-string", newFile))
                    + words("tags", tags)
            ]
        case .parameter(let attributes):
            return [
                aws(
                    "ssm put-parameter", ("name", name), ("type", attributes.type), ("key-id", attributes.keyID),
                    ("tier", attributes.tier), ("description", attributes.description),
                    ("allowed-pattern", attributes.allowedPattern), ("policies", attributes.policies),
                    ("value", newFile))
            ]
        case nil: return []
        }
    }

    func change(_ setting: StoreSetting) -> [String] {
        guard let change = plan.change?.settings.first(where: { $0.setting == setting }) else { return [] }
        let members = StoreSetting.members(change.to) ?? [:]
        let added = members.compactMapValues { $0 }.sorted { $0.key < $1.key }
        let removed = members.filter { $0.value == nil }.keys.sorted()
        switch setting {
        case .description:
            return [aws("secretsmanager update-secret", ("secret-id", name), ("description", change.to))]
        case .key: return [aws("secretsmanager update-secret", ("secret-id", name), ("kms-key-id", change.to))]
        case .tags: return tags(added.map { "Key=\($0.key),Value=\($0.value)" }, removed)
        case .rotation:
            guard let schedule = members["schedule", default: nil] else {
                return [aws("secretsmanager cancel-rotate-secret", ("secret-id", name))]
            }
            return [
                aws(
                    "secretsmanager rotate-secret", ("secret-id", name),
                    ("rotation-lambda-arn", members["function", default: nil]),
                    ("rotation-rules", "ScheduleExpression=\(schedule)")) + " --no-rotate-immediately"
            ]
        case .replicas:
            let adding = aws("secretsmanager replicate-secret-to-regions", ("secret-id", name))
            let removing = aws("secretsmanager remove-regions-from-replication", ("secret-id", name))
            return (added.isEmpty ? [] : [adding + words("add-replica-regions", added.map(Self.replica))])
                + (removed.isEmpty ? [] : [removing + words("remove-replica-regions", removed)])
        case .resourcePolicy:
            guard !change.to.isEmpty else {
                return [aws("secretsmanager delete-resource-policy", ("secret-id", name))]
            }
            return [
                aws("secretsmanager put-resource-policy", ("secret-id", name), ("resource-policy", change.to))
                    + " --block-public-policy"
            ]
        }
    }

    var deleteSecret: String {
        aws(
            "secretsmanager delete-secret", ("secret-id", name),
            ("recovery-window-in-days", String(plan.change?.recoveryDays ?? CreateSecret.undoneDays)))
    }

    private static func replica(_ region: String, _ key: String) -> String {
        "Region=\(region)" + (key == "true" ? "" : ",KmsKeyId=\(key)")
    }

    private func tags(_ added: [String], _ removed: [String]) -> [String] {
        var commands: [String] = []
        switch step.reference {
        case .parameter:
            let resource = [("resource-type", "Parameter" as String?), ("resource-id", name)]
            if !added.isEmpty {
                commands.append(ShellCommand.aws("ssm add-tags-to-resource", resource) + words("tags", added))
            }
            if !removed.isEmpty {
                commands.append(
                    ShellCommand.aws("ssm remove-tags-from-resource", resource) + words("tag-keys", removed))
            }
        case .secret, .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
            .stack:
            if !added.isEmpty {
                commands.append(aws("secretsmanager tag-resource", ("secret-id", name)) + words("tags", added))
            }
            if !removed.isEmpty {
                commands.append(aws("secretsmanager untag-resource", ("secret-id", name)) + words("tag-keys", removed))
            }
        }
        return commands
    }

    private func words(_ option: String, _ words: [String]) -> String {
        words.isEmpty ? "" : " --\(option) " + words.map(ShellCommand.quoted).joined(separator: " ")
    }
}
