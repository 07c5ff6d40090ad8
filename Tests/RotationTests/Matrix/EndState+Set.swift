import Operations

extension EndState {
    /// What is wrong at the end of a plan that sets something; nil where the plan is a rotation.
    func setFaults(_ bench: Bench) -> [String]? {
        let (account, before) = (bench.aws.account, bench.before)
        let (secret, parameter) = (account.secrets["prod/key"], account.parameters["/prod/key"])
        var faults: [String] = []
        func require(_ condition: Bool?, _ words: String) { if condition != true { faults.append(words) } }
        let value = secret?.current.flatMap { secret?.versions[$0]?.value }
        switch (bench.scenario, self) {
        case (.setSecret, .new):
            require(value?.hasPrefix("c4nary-new"), "the value is \(value ?? "gone")")
            require(secret?.settings.description == "the key", "the description")
            require(secret?.settings.tags == ["owner": "platform", "kept": "2"], "the tags")
            require(secret?.settings.key?.hasSuffix("key/other"), "the key")
            require(secret?.settings.schedule == "rate(30 days)", "the rotation")
            require(secret?.replicas == ["us-east-1"], "the replicas")
            require(secret?.settings.policy != nil, "the policy")
        case (.setSecret, .old), (.deleteSecret, .old), (.restoreSecret, .old):
            require(value == "c4nary-old", "the value is \(value ?? "gone")")
            var settings = secret?.settings
            // Empty and absent are the same to AWS.
            if settings?.description == "" { settings?.description = nil }
            if settings?.key == "alias/aws/secretsmanager" { settings?.key = nil }
            settings?.function = nil
            require(settings == before.secrets["prod/key"]?.settings, "the settings: \(String(describing: settings))")
            require(secret?.replicas == before.secrets["prod/key"]?.replicas, "the replicas")
        case (.deleteSecret, .new):
            require(secret?.settings.isDeleted, "it is not deleted")
            require(value == "c4nary-old", "the value is gone")
        case (.restoreSecret, .new): require(secret?.settings.isDeleted == false, "it is not restored")
        case (.createSecret, .new):
            require(value?.hasPrefix("c4nary-new"), "the value is \(value ?? "gone")")
            require(secret?.settings.tags == ["owner": "platform"], "the tags")
            require(secret?.versions.count == 1, "it has \(secret?.versions.count ?? 0) versions")
        case (.createSecret, .old): require(secret?.settings.isDeleted ?? true, "it is still there")
        case (.setParameter, .new):
            require(parameter?.versions.count == 2, "it has \(parameter?.versions.count ?? 0) versions")
            require(parameter?.versions.last?.value == "c4nary-old", "the value")
            require(parameter?.versions.last?.keyID == "alias/other", "the key")
            require(parameter?.tags == ["owner": "platform", "kept": "2"], "the tags")
        case (.setParameter, .old):
            require(parameter?.versions.last?.value == "c4nary-old", "the value")
            require(parameter?.versions.last?.keyID == "alias/own", "the key")
            require((parameter?.versions.count ?? 0) <= 3, "it has too many versions")
            require(parameter?.tags == ["kept": "2"], "the tags")
        case (.createParameter, .new):
            require(parameter?.versions.count == 1, "it has \(parameter?.versions.count ?? 0) versions")
            require(parameter?.versions.last?.value.hasPrefix("c4nary-new"), "the value")
            require(parameter?.tags == ["owner": "platform"], "the tags")
        case (.createParameter, .old): require(parameter == nil, "it is still there")
        case (.deleteParameter, .new): require(parameter == nil, "it is still there")
        case (.deleteParameter, .old): break
        case (.setSecret, .retired), (.setParameter, .retired), (.createSecret, .retired), (.createParameter, .retired),
            (.deleteSecret, .retired), (.restoreSecret, .retired), (.deleteParameter, .retired):
            faults.append("a plan of this kind is not retired")
        case (.secret, _), (.parameter, _), (.rotation, _), (.variable, _), (.variableCutover, _), (.moveVariable, _),
            (.moveParameter, _), (.stack, _), (.key, _), (.keyAlias, _), (.reEncrypt, _):
            return nil
        }
        return faults
    }
}
