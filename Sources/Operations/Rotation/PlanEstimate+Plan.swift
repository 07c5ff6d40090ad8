extension PlanEstimate {
    /// What the steps of a plan take: calls, those out of Lambda's shared quota, time at the configured share of it.
    init(of plan: Plan, sharedPerSecond: Double = 10, callSeconds: Double = 0.1) {
        var estimate = PlanEstimate()
        var paid = 0
        for step in plan.steps {
            let cost = step.action.cost
            estimate.calls += cost.calls
            estimate.sharedCalls += cost.shared
            paid += cost.paid
        }
        // Each ciphertext is read, and encrypted anew by KMS.
        estimate.calls += 2 * plan.reEncryptedCount
        let waves = Double(plan.rollout.waves(of: plan.lanes.count).count)
        let alone = plan.opening + plan.closing
        let sequential = Double(alone.reduce(0) { $0 + $1.action.cost.calls }) * callSeconds
        let lane =
            plan.lanes.map { lane in
                lane.steps(in: plan.rollout).reduce(0.0) {
                    $0 + Double($1.action.cost.calls) * callSeconds + $1.action.wait
                }
            }.max() ?? 0
        let checks = plan.rollout.checks.reduce(0.0) { sum, check in
            switch check {
            case .errors(let minutes): sum + Double(minutes * 60)
            case .invoke, .command: sum
            }
        }
        let throttled = Double(estimate.sharedCalls) / sharedPerSecond
        estimate.seconds = Int((sequential + max(throttled, waves * lane) + waves * checks).rounded(.up))
        // Secrets Manager: $0.05 for 10,000 calls.
        estimate.dollars = Double(paid) * 0.000005
        self = estimate
    }
}

extension Plan {
    /// Variables whose ciphertext is encrypted anew.
    var reEncryptedCount: Int {
        lanes.reduce(0) { sum, lane in sum + lane.changes.count(where: \.isReEncrypted) }
    }
}

extension StepAction {
    /// How many calls a step makes when nothing goes wrong: all, those out of Lambda's shared quota, those that cost.
    var cost: (calls: Int, shared: Int, paid: Int) {
        switch self {
        case .keepPendingVersion: (4, 0, 4)
        case .stageSecretVersion: (4, 0, 4)
        case .promoteSecretVersion: (5, 0, 5)
        case .startRotation: (3, 0, 3)
        case .awaitRotation: (6, 0, 6)
        case .awaitReplicas: (1, 0, 1)
        case .stageValue: (3, 0, 0)
        case .discardStagedValue: (3, 0, 0)
        case .putParameterVersion: (2, 0, 0)
        case .labelParameterVersion: (3, 0, 0)
        case .setTarget, .testTarget, .finishTarget, .checkWave: (0, 0, 0)
        case .keepFunctionVersion: (3, 1, 0)
        case .updateEnvironment: (3, 1, 0)
        case .awaitUpdate: (2, 0, 0)
        case .publishVersion: (3, 1, 0)
        case .awaitVersion: (1, 0, 0)
        case .invokeVersion: (1, 0, 0)
        case .weighAlias, .pointAlias: (1, 1, 0)
        case .awaitProvisioned: (1, 1, 0)
        case .deleteFunctionVersion: (4, 3, 0)
        case .unlabelParameterVersion: (3, 0, 0)
        case .forgetSecretVersion: (3, 0, 3)
        case .rotateKey: (7, 0, 0)
        case .pointKeyAlias: (7, 0, 0)
        case .proposeStackUpdate: (7, 0, 0)
        case .deployStack: (7, 0, 0)
        case .createSecret: (3, 0, 3)
        case .createParameter: (2, 0, 0)
        case .changeDescription, .changeTags, .changeKey, .changeRotation, .changeReplicas, .changeResourcePolicy:
            (3, 0, 3)
        case .deleteSecret, .restoreSecret: (3, 0, 3)
        case .deleteParameter: (2, 0, 0)
        case .grantAccess: (3, 0, 0)
        case .awaitCode, .confirmRemoval: (0, 0, 0)
        case .checkUnread: (6, 0, 2)
        case .removeVariables: (6, 1, 0)
        case .releaseRemoval: (8, 4, 0)
        }
    }

    /// Seconds that AWS usually takes before the step is over.
    var wait: Double {
        switch self {
        case .awaitUpdate: 2
        case .awaitVersion, .invokeVersion: 1
        case .awaitProvisioned: 60
        case .awaitRotation: 15
        case .proposeStackUpdate, .rotateKey: 5
        case .pointKeyAlias: 0
        case .deployStack: 30
        case .keepPendingVersion, .stageValue, .stageSecretVersion, .setTarget, .testTarget, .promoteSecretVersion,
            .startRotation, .awaitReplicas, .putParameterVersion, .labelParameterVersion, .keepFunctionVersion,
            .updateEnvironment, .publishVersion, .weighAlias, .pointAlias, .checkWave, .finishTarget,
            .discardStagedValue, .deleteFunctionVersion, .unlabelParameterVersion, .forgetSecretVersion, .createSecret,
            .createParameter, .changeDescription, .changeTags, .changeKey, .changeRotation, .changeReplicas,
            .changeResourcePolicy, .deleteSecret, .restoreSecret, .deleteParameter, .grantAccess, .awaitCode,
            .checkUnread, .confirmRemoval, .removeVariables, .releaseRemoval:
            0
        }
    }
}
