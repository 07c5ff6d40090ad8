import Operations

/// One cell of the matrix: which step of which plan, what happens to its call, when the process dies, what is asked of the
/// next one.
struct KillCase: Sendable, Hashable {
    /// What the first process does, and the second.
    enum Way: String, CaseIterable, Sendable {
        case applyThenResume, applyThenRollback, rollbackThenRollback
        /// Everything is done, and the old value is let go.
        case retireThenRetire
    }

    let scenario: Scenario
    let action: StepAction
    let way: Way
    let fault: Fault
    let kill: KillPoint

    /// The direction in which the step is disturbed.
    var direction: Direction { way == .rollbackThenRollback ? .back : .forward }

    /// Every step of every kind of plan, by fault, kill point and way. They come from the steps' own enum through the
    /// plans: a new action or fault gets its cells by itself.
    static func all(in scenario: Scenario, plan: Plan) -> [KillCase] {
        let planned = Set(plan.steps.map(\.action))
        return StepAction.allCases.filter(scenario.hasOwn).flatMap { action in
            Way.allCases.filter { way in
                switch way {
                case .applyThenResume: planned.contains(action)
                case .applyThenRollback, .rollbackThenRollback:
                    planned.contains(action) && scenario.canGoBack(from: action, way, plan)
                case .retireThenRetire: scenario.retires.contains(action)
                }
            }.flatMap { way in
                Fault.allCases.flatMap { fault in
                    KillPoint.allCases.map { kill in
                        KillCase(scenario: scenario, action: action, way: way, fault: fault, kill: kill)
                    }
                }
            }
        }
    }

    var name: String { "\(scenario.rawValue) \(action.rawValue) \(way.rawValue) \(fault.rawValue) \(kill.rawValue)" }
}

extension Scenario {
    /// Whether the step's cells are run in this kind of plan: what is done to functions is the same in all of them and has
    /// its cells in the first, but for the first change, which depends on where the new value stands.
    fileprivate func hasOwn(_ action: StepAction) -> Bool {
        if self == .reEncrypt { return action == .updateEnvironment }
        switch work {
        case .rotate: break
        case .set: return !Self.elsewhere.contains(action)
        case .move: return Self.moves.contains(action)
        }
        return switch action {
        case .awaitUpdate, .publishVersion, .awaitVersion, .invokeVersion, .weighAlias, .pointAlias, .awaitProvisioned,
            .checkWave:
            self == .secret
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .testTarget, .promoteSecretVersion,
            .startRotation, .awaitRotation, .awaitReplicas, .putParameterVersion, .labelParameterVersion,
            .keepFunctionVersion, .updateEnvironment, .finishTarget, .discardStagedValue, .deleteFunctionVersion,
            .unlabelParameterVersion, .forgetSecretVersion, .rotateKey, .pointKeyAlias, .proposeStackUpdate,
            .deployStack, .createSecret,
            .createParameter, .changeDescription,
            .changeTags, .changeKey, .changeRotation, .changeReplicas, .changeResourcePolicy, .deleteSecret,
            .restoreSecret, .deleteParameter, .grantAccess, .awaitCode, .checkUnread, .confirmRemoval, .removeVariables,
            .releaseRemoval:
            true
        }
    }

    /// What retiring the old value does in this kind of plan.
    var retires: Set<StepAction> {
        switch self {
        case .secret: [.finishTarget, .deleteFunctionVersion, .forgetSecretVersion]
        case .parameter: [.unlabelParameterVersion]
        case .rotation: [.forgetSecretVersion]
        case .variable, .variableCutover: [.deleteFunctionVersion]
        case .stack: [.finishTarget, .forgetSecretVersion]
        case .setSecret, .setParameter, .createSecret, .createParameter, .deleteSecret, .restoreSecret,
            .deleteParameter, .moveVariable, .moveParameter, .key, .keyAlias, .reEncrypt:
            []
        }
    }

    /// What only a move does, or does in another way. The steps that wait for a word make no call.
    private static let moves: Set<StepAction> = [
        .createSecret, .createParameter, .grantAccess, .updateEnvironment, .checkUnread, .removeVariables,
        .releaseRemoval, .deleteParameter
    ]

    /// What has its cells in rotations.
    private static let elsewhere: Set<StepAction> = [
        .stageSecretVersion, .promoteSecretVersion, .awaitReplicas, .labelParameterVersion
    ]

    /// Whether rollback reaches the old state: not behind a rotation by its own function, nor once the hook has finished.
    fileprivate func canGoBack(from action: StepAction, _ way: KillCase.Way, _ plan: Plan) -> Bool {
        if self == .rotation || self == .deleteParameter || self == .key { return false }
        switch way {
        case .applyThenResume: return true
        case .applyThenRollback: return true
        case .rollbackThenRollback: return plan.steps.contains { $0.action == action && $0.undo != .none }
        case .retireThenRetire: return false
        }
    }
}
