/// What one step of a plan does; the raw value is the `action` of its JSON.
///
/// Each case names the state that it leads to. The work behind it (`Steps/`) reads the world, tells on which side of the
/// step the world is, and acts only from the near side. That is what makes a step safe to ask for twice.
public enum StepAction: String, CaseIterable, Sendable {
    /// A pending version of someone else has a label of ours and is pending no more.
    case keepPendingVersion
    /// The new value is a SecureString of the plan's own, until its target has it.
    case stageValue
    /// The new value is a pending version under the plan's own token.
    case stageSecretVersion
    /// The target system takes the new value.
    case setTarget
    /// The target system has proven that it does.
    case testTarget
    /// AWSCURRENT is on the plan's version.
    case promoteSecretVersion
    /// The rotation function, or the service that owns the secret, has been asked.
    case startRotation
    /// The rotation that was asked for is over.
    case awaitRotation
    /// Every replica has the new version.
    case awaitReplicas
    /// The parameter's newest version is the new value, everything else as it was.
    case putParameterVersion
    /// The moving label is on the version that was current before.
    case labelParameterVersion
    /// A published version holds the function as it was, old literals included.
    case keepFunctionVersion
    /// The variables of $LATEST are the new ones.
    case updateEnvironment
    /// The update is over, well.
    case awaitUpdate
    /// A version with exactly that is published.
    case publishVersion
    /// The published version can run.
    case awaitVersion
    /// The published version answers as it should.
    case invokeVersion
    /// The alias sends a share to the published version.
    case weighAlias
    /// The alias sends all to the published version.
    case pointAlias
    /// The provisioned concurrency of the alias stands on it.
    case awaitProvisioned
    /// What a wave has changed does its work.
    case checkWave
    /// The target system has settled on the new value.
    case finishTarget
    /// The plan's own SecureString is gone.
    case discardStagedValue
    /// A published version that holds the old value, and that no alias points to, is gone.
    case deleteFunctionVersion
    /// The moving label is off the old version of the parameter, so that history can push it out.
    case unlabelParameterVersion
    /// The old version of the secret has no label left by which it is kept.
    case forgetSecretVersion
    /// The key has new material.
    case rotateKey
    /// The alias names the other key.
    case pointKeyAlias
    /// A change set of the stack stands ready that touches nothing but the functions concerned.
    case proposeStackUpdate
    /// The stack is deployed by it, its dynamic references resolved anew.
    case deployStack
    /// The secret is there, its first version under the plan's own token.
    case createSecret
    /// The parameter is there, with its first version.
    case createParameter
    case changeDescription
    case changeTags
    /// The secret's versions are encrypted under another key.
    case changeKey
    /// The schedule of the automatic rotation, its function, or that there is none.
    case changeRotation
    /// The regions that the secret is replicated to.
    case changeReplicas
    case changeResourcePolicy
    /// The secret will be deleted at the end of its recovery window.
    case deleteSecret
    /// The scheduled deletion of the secret is called off.
    case restoreSecret
    /// The parameter is gone, with its history.
    case deleteParameter

    /// The role may read the value's new place.
    case grantAccess
    /// A person has said that the code reads the new place.
    case awaitCode
    /// Nobody reads the old place any more.
    case checkUnread
    /// A person has typed the name of what goes.
    case confirmRemoval
    /// The variables that the code no longer reads are gone from $LATEST.
    case removeVariables
    /// The alias serves a version without them.
    case releaseRemoval

    /// How it is taken back, unless a plan says otherwise of one step.
    public var undo: UndoWay {
        switch self {
        case .stageValue, .stageSecretVersion, .promoteSecretVersion, .putParameterVersion, .updateEnvironment,
            .weighAlias, .pointAlias, .createSecret, .createParameter, .changeDescription, .changeTags, .changeKey,
            .changeRotation, .changeReplicas, .changeResourcePolicy, .deleteSecret, .restoreSecret, .grantAccess,
            .removeVariables, .releaseRemoval, .proposeStackUpdate, .pointKeyAlias:
            .automatic
        case .setTarget: .hook
        case .keepPendingVersion, .testTarget, .startRotation, .awaitRotation, .awaitReplicas, .labelParameterVersion,
            .keepFunctionVersion, .awaitUpdate, .publishVersion, .awaitVersion, .invokeVersion, .awaitProvisioned,
            .checkWave, .finishTarget, .discardStagedValue, .deleteFunctionVersion, .unlabelParameterVersion,
            .forgetSecretVersion, .deleteParameter, .awaitCode, .checkUnread, .confirmRemoval,
            .deployStack, .rotateKey:
            .none
        }
    }

    /// Whether it changes anything, so that it has an intent on the disk and records in the trail. The others wait or
    /// look, and may be done again at any time.
    public var changes: Bool {
        switch self {
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .promoteSecretVersion, .startRotation,
            .putParameterVersion, .labelParameterVersion, .keepFunctionVersion, .updateEnvironment, .publishVersion,
            .weighAlias, .pointAlias, .finishTarget, .discardStagedValue, .deleteFunctionVersion,
            .unlabelParameterVersion, .forgetSecretVersion, .createSecret, .createParameter, .changeDescription,
            .changeTags, .changeKey, .changeRotation, .changeReplicas, .changeResourcePolicy, .deleteSecret,
            .restoreSecret, .deleteParameter, .grantAccess, .removeVariables, .releaseRemoval,
            .proposeStackUpdate, .deployStack, .rotateKey, .pointKeyAlias:
            true
        case .testTarget, .awaitRotation, .awaitReplicas, .awaitUpdate, .awaitVersion, .invokeVersion,
            .awaitProvisioned, .checkWave, .awaitCode, .checkUnread, .confirmRemoval:
            false
        }
    }

    /// Whether it stands behind the waves.
    var endsPlan: Bool {
        switch self {
        case .finishTarget, .discardStagedValue, .awaitCode, .checkUnread, .confirmRemoval, .removeVariables,
            .releaseRemoval:
            true
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .testTarget, .promoteSecretVersion,
            .startRotation, .awaitRotation, .awaitReplicas, .putParameterVersion, .labelParameterVersion,
            .keepFunctionVersion, .updateEnvironment, .awaitUpdate, .publishVersion, .awaitVersion, .invokeVersion,
            .weighAlias, .pointAlias, .awaitProvisioned, .checkWave, .deleteFunctionVersion, .unlabelParameterVersion,
            .forgetSecretVersion, .createSecret, .createParameter, .changeDescription, .changeTags, .changeKey,
            .changeRotation, .changeReplicas, .changeResourcePolicy, .deleteSecret, .restoreSecret, .deleteParameter,
            .grantAccess, .proposeStackUpdate, .deployStack, .rotateKey, .pointKeyAlias:
            false
        }
    }

    /// Whether it waits for what only a person can do or say, which is no failure.
    public var waitsForPerson: Bool { self == .awaitCode || self == .checkUnread || self == .confirmRemoval }
}
