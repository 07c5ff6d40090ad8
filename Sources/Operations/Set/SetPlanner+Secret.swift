import Inventory

extension SetPlanner {
    func secret(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        guard request.changes.isEmpty else {
            throw Self.refused(
                .usage, "tier, type, pattern and policies are a parameter's; \(request.subject) is a secret")
        }
        switch (request.aim, request.subject.pointer) {
        case (.create, nil): return try await newSecret(name, request)
        case (.restore, _): return try await restoredSecret(name, request)
        case (.delete(let days), nil): return try await deletedSecret(name, days, request)
        case (.create, .some), (.delete, .some), (.change, _): break
        }
        let state = try await existing(name, request)
        let current = try SecretWriting.currentVersion(of: state, name, region: region)
        var plan = draft(request)
        plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        var change = PlannedChange(acceptsAnyForm: request.acceptsAnyForm)
        switch request.aim {
        case .create: change.field = .added
        case .delete: (change.field, plan.recipe) = (.removed, .unchanged)
        case .change, .restore: break
        }
        let writes = plan.recipe != .unchanged || change.field != nil
        if writes { try addVersion(name, state, current, request, to: &plan) }
        change.settings = try await settings(request.settings, of: .secret(name: name))
        plan.opening += settingSteps(change.settings, name, replicates: !state.replicas.isEmpty, writes: writes)
        guard !plan.opening.isEmpty else {
            throw Self.refused(.usage, "\(request.subject) is so already: nothing would change")
        }
        if !writes { plan.recipe = nil }
        plan.change = change
        if state.rotates, writes {
            plan.warnings.append(
                "the secret is rotated by \(state.rotationFunction ?? "a function"), which will write over it")
        }
        return plan
    }

    /// The steps that give it a new version.
    private func addVersion(
        _ name: String, _ state: SecretState, _ current: String, _ request: SetRequest, to plan: inout Plan
    ) throws(CallFailure) {
        if let owner = state.owner {
            throw Self.refused(.usage, "secret \(name) belongs to \(owner), which alone may write it: rotate it")
        }
        if case .version(let version)? = plan.recipe {
            let known = state.labels[version] != nil ? version : state.version(with: version)
            guard let known else {
                throw Self.refused(.notFound, "secret \(name) has no version \(version) that has a label")
            }
            guard known != current else {
                throw Self.refused(.usage, "version \(version) of secret \(name) is the current one already")
            }
            plan.recipe = .version(known)
        }
        if let pending = state.pending {
            guard request.clearsPending else { throw SecretWriting.pending(pending, name) }
            plan.opening.append(
                PlanStep(
                    .keepPendingVersion, .secret(name: name, version: pending),
                    call: "secretsmanager:UpdateSecretVersionStage \(name) \(plan.id.keptLabel) to \(pending), then "
                        + "AWSPENDING off it"))
        }
        let whole = Reference.secret(name: name)
        plan.opening += [
            PlanStep(
                .stageSecretVersion, whole,
                call: "secretsmanager:PutSecretValue \(name) <redacted> ClientRequestToken=\(plan.token) "
                    + "VersionStages=AWSPENDING"),
            PlanStep(
                .promoteSecretVersion, whole,
                call: "secretsmanager:UpdateSecretVersionStage \(name) AWSCURRENT from \(current) to \(plan.token)")
        ]
        if !state.replicas.isEmpty {
            let regions = state.replicas.map(\.region).joined(separator: " ")
            plan.opening.append(
                PlanStep(
                    .awaitReplicas, whole, call: "secretsmanager:DescribeSecret \(name) until \(regions) are InSync"))
        }
    }

    private func newSecret(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        try StoreLimit.checkName(request.subject)
        try StoreLimit.checkDescription(request.settings.description, StoreLimit.secretDescription)
        try StoreLimit.checkTags(request.settings.tags)
        switch request.recipe {
        case .given, .generated: break
        case .unchanged, .version, .byRotation:
            throw Self.refused(.usage, "\(request.subject) is new: it needs a value")
        }
        if let state = try await found(name) {
            throw Self.refused(
                .usage,
                state.isBeingDeleted
                    ? "secret \(name) is being deleted and keeps its name so long: --restore brings it back"
                    : "secret \(name) is there already: plan without --create to give it a new value")
        }
        var plan = draft(request)
        let whole = Reference.secret(name: name)
        plan.change = PlannedChange(
            creates: .secret(
                keyID: request.settings.key, description: request.settings.description,
                tags: request.settings.tags.compactMapValues { $0 }), acceptsAnyForm: request.acceptsAnyForm)
        plan.opening = [
            PlanStep(
                .createSecret, whole,
                call: "secretsmanager:CreateSecret \(name) <redacted> ClientRequestToken=\(plan.token)"
                    + (request.settings.key.map { " KmsKeyId=\($0)" } ?? ""))
        ]
        // The rest has calls of its own, and nothing is there yet that could be read.
        var rest = RequestedSettings(
            rotation: request.settings.rotation, replicas: request.settings.replicas,
            resourcePolicy: request.settings.resourcePolicy)
        rest.replicas = rest.replicas.filter(\.value)
        let settings = try await settings(rest, of: whole, isNew: true)
        plan.change?.settings = settings
        plan.opening += settingSteps(settings, name, replicates: false, writes: false)
        NameTwins.warning(name, in: request.names).map { plan.warnings.append($0) }
        plan.cannotUndo.append(
            "the secret that was made is deleted with a window of \(CreateSecret.undoneDays) days, and keeps its name "
                + "so long")
        return plan
    }

    private func deletedSecret(_ name: String, _ days: Int, _ request: SetRequest) async throws(CallFailure) -> Plan {
        guard request.settings.isEmpty else {
            throw Self.refused(.usage, "\(request.subject) is to be deleted: nothing else can be set with that")
        }
        let state = try await existing(name, request)
        let current = try SecretWriting.currentVersion(of: state, name, region: region)
        if let owner = state.owner {
            throw Self.refused(.usage, "secret \(name) belongs to \(owner), which alone may delete it")
        }
        var plan = draft(request)
        plan.recipe = nil
        plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        let gone = RequestedSettings(
            replicas: Dictionary(state.replicas.map { ($0.region, false) }, uniquingKeysWith: { $1 }))
        let settings = try await settings(gone, of: .secret(name: name))
        plan.change = PlannedChange(settings: settings, recoveryDays: days)
        plan.opening = settingSteps(settings, name, replicates: false, writes: false)
        plan.opening.append(
            PlanStep(
                .deleteSecret, .secret(name: name),
                call: "secretsmanager:DeleteSecret \(name) RecoveryWindowInDays=\(days)"))
        plan.warnings.append(
            "whoever reads it fails from then on; for \(days) days --restore or a rollback brings it back, then nothing"
        )
        return plan
    }

    private func restoredSecret(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        let state = try await existing(name, request)
        guard state.isBeingDeleted else {
            throw Self.refused(.usage, "secret \(name) is not being deleted: there is nothing to restore")
        }
        var plan = draft(request)
        plan.recipe = nil
        plan.opening = [
            PlanStep(.restoreSecret, .secret(name: name), call: "secretsmanager:RestoreSecret \(name)")
        ]
        return plan
    }

    private func existing(_ name: String, _ request: SetRequest) async throws(CallFailure) -> SecretState {
        if let state = try await found(name) { return state }
        throw CallFailure(
            .missing,
            OperationFailure(
                .notFound,
                "there is no secret \(name)\(NameTwins.hint(name, in: request.names)); --create makes one"))
    }

    private func found(_ name: String) async throws(CallFailure) -> SecretState? {
        do throws(CallFailure) { return try await secrets.state(of: name) } catch {
            if error.cause == .missing { return nil }
            throw error
        }
    }
}
