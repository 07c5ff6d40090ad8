import Inventory

extension SetPlanner {
    /// What changes of the settings that have calls of their own, with what they are now. What is so already is left out.
    func settings(
        _ wanted: RequestedSettings, of store: Reference, isNew: Bool = false
    ) async throws(CallFailure) -> [SettingChange] {
        guard !wanted.isEmpty else { return [] }
        guard let stores else { throw Self.refused(.ownFault, "nothing here can configure \(store)") }
        var changes: [SettingChange] = []
        func now(_ setting: StoreSetting, empty: String) async throws(CallFailure) -> String {
            isNew ? empty : try await stores.setting(setting, of: store)
        }
        func add(_ setting: StoreSetting, _ from: String, _ to: String) {
            guard !setting.holds(from, to) else { return }
            changes.append(SettingChange(setting, from: from, to: to))
        }
        if let key = wanted.key {
            let arn =
                key.hasSuffix("alias/aws/secretsmanager") ? "alias/aws/secretsmanager" : try await stores.keyARN(key)
            add(.key, try await now(.key, empty: ""), arn)
        }
        if let description = wanted.description {
            try StoreLimit.checkDescription(description, StoreLimit.secretDescription)
            add(.description, try await now(.description, empty: ""), description)
        }
        if !wanted.tags.isEmpty {
            let there = StoreSetting.members(try await now(.tags, empty: "{}")) ?? [:]
            try StoreLimit.checkTags(wanted.tags, over: there)
            add(.tags, Self.part(of: there, wanted.tags.keys), StoreSetting.text(wanted.tags))
        }
        if let policy = wanted.resourcePolicy {
            add(.resourcePolicy, try await now(.resourcePolicy, empty: ""), try Self.canonical(policy))
        }
        if !wanted.replicas.isEmpty {
            let there = StoreSetting.members(try await now(.replicas, empty: "{}")) ?? [:]
            if wanted.replicas[region] == true {
                throw Self.refused(.usage, "\(region) is the region that \(store) is in; name another for a replica")
            }
            for (replica, key) in wanted.replicaKeys {
                guard let known = there[replica, default: nil], known != key else { continue }
                throw Self.refused(
                    .usage,
                    "\(store) has a replica in \(replica) already, and its key stays: delete it first (--no-replica)")
            }
            let goal = Dictionary(
                wanted.replicas.map { ($0, $1 ? wanted.replicaKeys[$0] ?? "true" : String?.none) },
                uniquingKeysWith: { $1 })
            add(.replicas, Self.part(of: there, goal.keys), StoreSetting.text(goal))
        }
        if let rotation = wanted.rotation {
            let from = try await now(.rotation, empty: "off")
            add(.rotation, from, try Self.canonical(rotation, from, store))
        }
        return changes
    }

    /// A step for each change, and the wait for replicas that are new.
    func settingSteps(_ changes: [SettingChange], _ name: String, replicates: Bool, writes: Bool) -> [PlanStep] {
        changes.flatMap { change -> [PlanStep] in
            let reference = Reference.secret(name: name)
            let step = PlanStep(change.setting.action, reference, call: Self.words(change, name))
            let adds = StoreSetting.members(change.to)?.values.contains { $0 != nil } ?? false
            // One wait for each plan: its steps are named by what they do.
            guard change.setting == .replicas, adds, !(replicates && writes) else { return [step] }
            return [
                step,
                PlanStep(
                    .awaitReplicas, reference, call: "secretsmanager:DescribeSecret \(name) until they are InSync")
            ]
        }
    }

    static func words(_ change: SettingChange, _ name: String) -> String {
        switch change.setting {
        case .description: "secretsmanager:UpdateSecret \(name) Description=\(change.to)"
        case .key: "secretsmanager:UpdateSecret \(name) KmsKeyId=\(change.to)"
        case .tags: "TagResource, UntagResource \(name) \(change.to)"
        case .rotation:
            change.to == "off"
                ? "secretsmanager:CancelRotateSecret \(name)"
                : "secretsmanager:RotateSecret \(name) \(change.to) RotateImmediately=false"
        case .replicas:
            "secretsmanager:ReplicateSecretToRegions, RemoveRegionsFromReplication \(name) \(change.to)"
        case .resourcePolicy:
            change.to.isEmpty
                ? "secretsmanager:DeleteResourcePolicy \(name)"
                : "secretsmanager:PutResourcePolicy \(name) \(change.to)"
        }
    }

    private static func part(of there: [String: String?], _ names: some Sequence<String>) -> String {
        StoreSetting.text(
            Dictionary(names.map { ($0, there[$0, default: nil]) }, uniquingKeysWith: { $1 }))
    }

    private static func canonical(_ policy: String) throws(CallFailure) -> String {
        guard !policy.isEmpty else { return "" }
        guard let text = PolicyText(policy)?.text else {
            throw refused(.badInput, "the resource policy is no JSON object")
        }
        guard text.utf8.count <= StoreLimit.resourcePolicy else {
            throw refused(.usage, "the resource policy is longer than AWS takes (\(StoreLimit.resourcePolicy) bytes)")
        }
        return text
    }

    private static func canonical(
        _ rotation: RequestedSettings.Rotation, _ from: String, _ store: Reference
    ) throws(CallFailure) -> String {
        switch rotation {
        case .off: return "off"
        case .schedule(let schedule, let function, let window):
            guard schedule.hasPrefix("rate(") || schedule.hasPrefix("cron("), schedule.hasSuffix(")") else {
                throw refused(.usage, "\(schedule) is no schedule: rate(30 days), or cron(…) as EventBridge has it")
            }
            guard from != "off" || function != nil else {
                throw refused(.usage, "\(store) is not rotated yet: name the function too, --rotation-function ARN")
            }
            var rules: [String: String?] = ["schedule": schedule]
            if let function { rules["function"] = function }
            if let window { rules["window"] = window }
            return StoreSetting.text(rules)
        }
    }
}
