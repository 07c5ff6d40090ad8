import Inventory

extension RotationPlanner {
    /// A secret: by its own rotation if it has one, else version by version.
    func secret(_ name: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        let state = try await secrets.state(of: name)
        let work: PlanWork = state.owner != nil ? .rotateByOwner : state.rotates ? .rotateByFunction : .rotateSecret
        let current = try SecretWriting.currentVersion(of: state, name, region: facts.region)
        var plan = draft(work, request.subject, rollout: request.wishes.rollout)
        plan.transition = request.transition
        plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        let whole = Reference.secret(name: name)
        let diagnosis = RotationDiagnosis(state, name, in: facts)
        if let pending = state.pending {
            guard request.wishes.clearsPending else {
                throw stuck(pending, name, current: current, diagnosis)
            }
            plan.opening.append(
                PlanStep(
                    .keepPendingVersion, .secret(name: name, version: pending),
                    call: "secretsmanager:UpdateSecretVersionStage \(name) \(plan.id.keptLabel) to \(pending), then "
                        + "AWSPENDING off it"))
            plan.warnings.append(
                "version \(pending) is pending and may hold the live value; it keeps the label \(plan.id.keptLabel)")
        }
        switch work {
        case .rotateByFunction, .rotateByOwner:
            guard request.hook == nil else {
                throw CallFailure(
                    .refused, OperationFailure(.usage, "\(whole) is rotated by its own function: a hook has no place"))
            }
            if let cause = diagnosis.causes.first {
                throw CallFailure(
                    .refused,
                    OperationFailure(.failed, "the rotation of \(name) would stop half-way: \(cause); mend that first"))
            }
            plan.recipe = .byRotation
            plan.opening += [
                PlanStep(.startRotation, whole, call: "secretsmanager:RotateSecret \(name)"),
                PlanStep(
                    .awaitRotation, whole,
                    call: "secretsmanager:DescribeSecret \(name) until AWSCURRENT is on the new version")
            ]
            plan.cannotUndo.append(
                "the rotation itself: \(state.owner ?? state.rotationFunction ?? "its function") changes the target system"
            )
        case .rotateSecret, .rotateParameter, .rotateVariable, .rotateKey, .redeploy, .move, .set:
            plan.recipe = request.recipe
            plan.hook = request.hook
            plan.opening.append(
                PlanStep(
                    .stageSecretVersion, whole,
                    call: "secretsmanager:PutSecretValue \(name) <redacted> ClientRequestToken=\(plan.token) "
                        + "VersionStages=AWSPENDING"))
            plan.opening += hookSteps(plan, whole)
            plan.opening.append(
                PlanStep(
                    .promoteSecretVersion, whole,
                    call: "secretsmanager:UpdateSecretVersionStage \(name) AWSCURRENT from \(current) to \(plan.token)")
            )
        }
        if !state.replicas.isEmpty {
            plan.opening.append(
                PlanStep(
                    .awaitReplicas, whole,
                    call:
                        "secretsmanager:DescribeSecret \(name) until \(state.replicas.map(\.region).joined(separator: " ")) "
                        + "are InSync"))
        }
        try await addConsumers(of: whole, request, to: &plan)
        addStacks(to: &plan)
        // The rotation function may read it because it writes it.
        let rotator = state.rotationFunction?.split(separator: ":").last.map { Reference.function(name: String($0)) }
        plan.leftOut.removeAll { $0.reference == rotator }
        finishHook(&plan, whole)
        return finished(plan)
    }

    /// A rotation that stopped half-way: since when, why, and the ways out.
    private func stuck(
        _ pending: String, _ name: String, current: String, _ diagnosis: RotationDiagnosis
    ) -> CallFailure {
        let plain = SecretWriting.pending(pending, name)
        guard !diagnosis.causes.isEmpty else { return plain }
        return CallFailure(
            plain.cause,
            OperationFailure(
                plain.failure.kind,
                "\(plain.failure.message). Why it stopped: \(diagnosis.causes.joined(separator: "; ")). If the pending value "
                    + "is the one that works: aws secretsmanager update-secret-version-stage --secret-id \(name) "
                    + "--version-stage AWSCURRENT --move-to-version-id \(pending) --remove-from-version-id \(current)"))
    }

    /// What the hook does before the promotion.
    func hookSteps(_ plan: Plan, _ subject: Reference) -> [PlanStep] {
        guard let hook = plan.hook else { return [] }
        return [
            PlanStep(.setTarget, subject, call: "\(hook) set, the values on pipes"),
            PlanStep(.testTarget, subject, call: "\(hook) test, until the new value is taken")
        ]
    }

    /// In a cutover nothing needs the old value any more when all functions have been changed; in an overlap that is for
    /// `retire` to say.
    func finishHook(_ plan: inout Plan, _ subject: Reference) {
        guard let hook = plan.hook, plan.transition == .cutover else { return }
        plan.closing.append(PlanStep(.finishTarget, subject, call: "\(hook) finish, the values on pipes"))
    }
}
