import Inventory

/// What a run knows at this moment: the plan, its rollout, and how far the journal says it has come.
actor RunState {
    let plan: Plan
    let rollout: Rollout
    private var progress: PlanProgress
    private let journal: any PlanJournaling
    /// What the person has said to the plan's waiting steps.
    let confirmations: Set<Confirmation>

    init(
        plan: Plan, rollout: Rollout, progress: PlanProgress, journal: any PlanJournaling,
        confirmations: Set<Confirmation> = []
    ) {
        self.plan = plan
        self.rollout = rollout
        self.progress = progress
        self.journal = journal
        self.confirmations = confirmations
    }

    var snapshot: PlanProgress { progress }

    func trace(_ step: StepKey, _ direction: Direction = .forward) -> PlanProgress.Trace { progress[step, direction] }

    /// A fact that a step has learned on its way forward.
    func fact(_ fact: Fact, of action: StepAction, _ reference: Reference) -> String? {
        progress[StepKey(action, reference), .forward].facts[fact]
    }

    /// Puts the event on the disk, then takes it in.
    func record(_ event: JournalEntry.Event) async throws(OperationFailure) {
        try await journal.append(event)
        progress.add(event)
    }

    /// Takes the event in, which is on the disk with the next that is put there.
    func note(_ event: JournalEntry.Event) async throws(OperationFailure) {
        try await journal.leave(event)
        progress.add(event)
    }

    /// Whether stopping here would leave everyone without a valid value: in a cutover, from the moment that the target
    /// may have the new value until the source names it; on the way back, until the target has the old one again.
    func isUnsafeToStop(_ direction: Direction) -> Bool { progress.isUnsafeToStop(plan, direction) }
}

extension PlanProgress {
    /// See `RunState.isUnsafeToStop`; from the journal alone.
    public func isUnsafeToStop(_ plan: Plan, _ direction: Direction) -> Bool {
        guard plan.transition == .cutover, let set = plan.opening.first(where: { $0.action == .setTarget }) else {
            return false
        }
        switch direction {
        case .forward:
            guard self[set.key, .forward].attempts > 0 else { return false }
            return plan.opening.contains { $0.action.isPromotion && self[$0.key, .forward].result != .done }
        case .back:
            guard self[set.key, .back].attempts > 0 else { return false }
            return plan.opening.contains {
                $0.action.isPromotion && mayHaveChanged($0.key) && self[$0.key, .back].result != .done
            }
        }
    }
}

extension StepAction {
    /// Whether it makes the source name the new value.
    var isPromotion: Bool {
        switch self {
        case .promoteSecretVersion, .putParameterVersion, .createSecret, .createParameter: true
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .testTarget, .startRotation,
            .awaitRotation, .awaitReplicas, .labelParameterVersion, .keepFunctionVersion, .updateEnvironment,
            .awaitUpdate, .publishVersion, .awaitVersion, .invokeVersion, .weighAlias, .pointAlias, .awaitProvisioned,
            .checkWave, .finishTarget, .discardStagedValue, .deleteFunctionVersion, .unlabelParameterVersion,
            .forgetSecretVersion, .changeDescription, .changeTags, .changeKey, .changeRotation, .changeReplicas,
            .changeResourcePolicy, .deleteSecret, .restoreSecret, .deleteParameter, .grantAccess, .awaitCode,
            .checkUnread, .confirmRemoval, .removeVariables, .releaseRemoval, .rotateKey, .pointKeyAlias,
            .proposeStackUpdate, .deployStack:
            false
        }
    }
}
