import Inventory

/// The name of a step within its plan: `publishVersion fn:payments-api`, `pointAlias alias:payments-api/live`. It does
/// not depend on how functions are put into waves; only the check of a wave has its number.
public struct StepKey: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ action: StepAction, _ reference: Reference, wave: Int? = nil) {
        switch action {
        case .checkWave: text = "\(action.rawValue) \(wave ?? 0)"
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .testTarget, .promoteSecretVersion,
            .startRotation, .awaitRotation, .awaitReplicas, .putParameterVersion, .labelParameterVersion,
            .keepFunctionVersion, .updateEnvironment, .awaitUpdate, .publishVersion, .awaitVersion, .invokeVersion,
            .weighAlias, .pointAlias, .awaitProvisioned, .finishTarget, .discardStagedValue, .deleteFunctionVersion,
            .unlabelParameterVersion, .forgetSecretVersion, .rotateKey, .pointKeyAlias, .proposeStackUpdate,
            .deployStack, .createSecret,
            .createParameter, .changeDescription,
            .changeTags, .changeKey, .changeRotation, .changeReplicas, .changeResourcePolicy, .deleteSecret,
            .restoreSecret, .deleteParameter, .grantAccess, .awaitCode, .checkUnread, .confirmRemoval, .removeVariables,
            .releaseRemoval:
            text = "\(action.rawValue) \(reference)"
        }
    }

    /// As it stands in a journal.
    public init(text: String) { self.text = text }

    public var description: String { text }
}
