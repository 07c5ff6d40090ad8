extension StepPerformer {
    /// The work that belongs to a step: the one place that knows all of them.
    func perform(_ step: PlanStep, _ direction: Direction, _ values: RunValues, functions: [String] = []) async
        -> StepEnding
    {
        let context = StepContext(step: step, tools: tools, state: state, values: values) {
            (seconds: Double, words: String) async throws(OperationFailure) -> Void in
            try await wait(seconds, step, direction, words)
        }
        return switch step.action {
        case .keepPendingVersion: await perform(KeepPendingVersion(context: context), step, direction)
        case .stageValue: await perform(StageValue(context: context), step, direction)
        case .stageSecretVersion: await perform(StageSecretVersion(context: context), step, direction)
        case .setTarget: await perform(SetTarget(context: context), step, direction)
        case .testTarget: await perform(TestTarget(context: context), step, direction)
        case .promoteSecretVersion: await perform(PromoteSecretVersion(context: context), step, direction)
        case .startRotation: await perform(StartRotation(context: context), step, direction)
        case .awaitRotation: await perform(AwaitRotation(context: context), step, direction)
        case .awaitReplicas: await perform(AwaitReplicas(context: context), step, direction)
        case .putParameterVersion: await perform(PutParameterVersion(context: context), step, direction)
        case .labelParameterVersion: await perform(LabelParameterVersion(context: context), step, direction)
        case .keepFunctionVersion: await perform(KeepFunctionVersion(context: context), step, direction)
        case .updateEnvironment: await perform(UpdateEnvironment(context: context), step, direction)
        case .awaitUpdate: await perform(AwaitUpdate(context: context), step, direction)
        case .publishVersion: await perform(PublishVersion(context: context), step, direction)
        case .awaitVersion: await perform(AwaitVersion(context: context), step, direction)
        case .invokeVersion: await perform(InvokeVersion(context: context), step, direction)
        case .weighAlias: await perform(MoveAlias(context: context, extent: .share), step, direction)
        case .pointAlias: await perform(MoveAlias(context: context, extent: .all), step, direction)
        case .awaitProvisioned: await perform(AwaitProvisioned(context: context), step, direction)
        case .checkWave: await perform(CheckWave(context: context, functions: functions), step, direction)
        case .finishTarget: await perform(FinishTarget(context: context), step, direction)
        case .discardStagedValue: await perform(DiscardStagedValue(context: context), step, direction)
        case .deleteFunctionVersion: await perform(DeleteFunctionVersion(context: context), step, direction)
        case .unlabelParameterVersion: await perform(UnlabelParameterVersion(context: context), step, direction)
        case .forgetSecretVersion: await perform(ForgetSecretVersion(context: context), step, direction)
        case .rotateKey: await perform(RotateKey(context: context), step, direction)
        case .pointKeyAlias: await perform(PointKeyAlias(context: context), step, direction)
        case .proposeStackUpdate: await perform(ProposeStackUpdate(context: context), step, direction)
        case .deployStack: await perform(DeployStack(context: context), step, direction)
        case .createSecret: await perform(CreateSecret(context: context), step, direction)
        case .createParameter: await perform(CreateParameter(context: context), step, direction)
        case .changeDescription: await perform(ChangeSetting(context: context, setting: .description), step, direction)
        case .changeTags: await perform(ChangeSetting(context: context, setting: .tags), step, direction)
        case .changeKey: await perform(ChangeSetting(context: context, setting: .key), step, direction)
        case .changeRotation: await perform(ChangeSetting(context: context, setting: .rotation), step, direction)
        case .changeReplicas: await perform(ChangeSetting(context: context, setting: .replicas), step, direction)
        case .changeResourcePolicy:
            await perform(ChangeSetting(context: context, setting: .resourcePolicy), step, direction)
        case .deleteSecret: await perform(DeleteSecret(context: context, goal: .deleted), step, direction)
        case .restoreSecret: await perform(DeleteSecret(context: context, goal: .present), step, direction)
        case .grantAccess: await perform(GrantAccess(context: context), step, direction)
        case .awaitCode: await perform(AwaitCode(context: context), step, direction)
        case .checkUnread: await perform(CheckUnread(context: context), step, direction)
        case .confirmRemoval: await perform(ConfirmRemoval(context: context), step, direction)
        case .removeVariables: await perform(RemoveVariables(context: context), step, direction)
        case .releaseRemoval: await perform(ReleaseRemoval(context: context), step, direction)
        case .deleteParameter: await perform(DeleteParameter(context: context), step, direction)
        }
    }
}
