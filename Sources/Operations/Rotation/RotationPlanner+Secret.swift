import Inventory

extension RotationPlanner {
    /// A secret: by its own rotation if it has one, else version by version.
    func secret(_ name: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        let state = try await secrets.state(of: name)
        let work: PlanWork = state.owner != nil ? .rotateByOwner : state.rotates ? .rotateByFunction : .rotateSecret
        let current = try usable(state, name)
        var plan = draft(work, request.subject, rollout: request.rollout)
        plan.transition = request.transition
        plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        let whole = Reference.secret(name: name)
        if let pending = state.pending {
            guard request.clearsPending else { throw Self.pending(pending, name) }
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
        case .rotateSecret, .rotateParameter, .rotateVariable, .redeploy, .move, .set:
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
        finishHook(&plan, whole)
        return finished(plan)
    }

    /// The current version of a secret that can be written.
    private func usable(_ state: SecretState, _ name: String) throws(CallFailure) -> String {
        if state.isBeingDeleted {
            throw CallFailure(.refused, OperationFailure(.failed, "secret \(name) is being deleted: restore it first"))
        }
        if let primary = state.primaryRegion, primary != facts.region {
            throw CallFailure(
                .refused,
                OperationFailure(
                    .usage, "secret \(name) is a replica here: plan it in its own region, --region \(primary)"))
        }
        guard let current = state.current else {
            throw CallFailure(.refused, OperationFailure(.failed, "secret \(name) has no AWSCURRENT version"))
        }
        return current
    }

    private static func pending(_ version: String, _ name: String) -> CallFailure {
        CallFailure(
            .refused,
            OperationFailure(
                .tryAgain,
                "version \(version) of secret \(name) is pending, left by a rotation that did not end; it may hold the live "
                    + "value. Finish that rotation, or plan with --clear-pending: it is kept under a label and put aside"
            ))
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
