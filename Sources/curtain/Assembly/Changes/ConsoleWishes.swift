import ConsoleViewModels
import Inventory
import Operations

extension ValueRecipe {
    init(_ recipe: PlanWish.Rotation.Recipe) throws(OperationFailure) {
        switch recipe {
        case .generated(let length, let excludesPunctuation, let excluded, let isByService):
            self = .generated(
                GeneratedValue(
                    length: length, excludesPunctuation: excludesPunctuation, excluded: excluded,
                    isByService: isByService))
        case .patterned(let pattern):
            do throws(ValuePattern.Invalid) { self = .generated(GeneratedValue(try ValuePattern(pattern))) } catch {
                throw OperationFailure(.usage, "the pattern of the new value: \(error)")
            }
        case .typed: self = .given
        }
    }
}

extension Rollout {
    init(_ rollout: PlanWish.Rollout) throws(OperationFailure) {
        guard let canary = Canary(rollout.canary) else {
            throw OperationFailure(.usage, "a canary is a number from 1 or a share from 1% to 100%")
        }
        var checks: [PlanCheck] = []
        for text in rollout.checks {
            guard let check = PlanCheck(text) else { throw OperationFailure(.usage, "\(text) is no check") }
            checks.append(check)
        }
        self.init(
            canary: canary, wave: rollout.wave, parallel: rollout.parallel, keepGoing: rollout.keepGoing,
            checks: checks, weight: rollout.weight, requestsPerSecond: rollout.requestsPerSecond)
    }
}

extension RotationWishes {
    init(_ rollout: PlanWish.Rollout) throws(OperationFailure) {
        self.init(
            clearsPending: rollout.clearsPending, excluded: Set(rollout.excluded), included: Set(rollout.included),
            writesOverStacks: rollout.stacks == .writtenOver, deploysStacks: rollout.stacks == .deployed,
            rollout: try Rollout(rollout))
    }
}

extension RotationRequest {
    /// What was asked for in the console.
    init(_ rotation: PlanWish.Rotation) throws(OperationFailure) {
        self.init(
            rotation.subject, transition: rotation.overlaps ? .overlap : .cutover,
            recipe: try ValueRecipe(rotation.recipe), hook: rotation.hook,
            wishes: try RotationWishes(rotation.rollout))
    }
}

extension SetRequest {
    /// What was asked for in the console.
    init(_ setting: PlanWish.Setting) throws(OperationFailure) {
        let asked = setting.attributes
        let recipe = try setting.recipe.map { recipe throws(OperationFailure) in try ValueRecipe(recipe) } ?? .unchanged
        self.init(setting.subject, Aim(setting.aim), recipe: recipe)
        settings.tags = asked.tags
        settings.replicas = asked.replicas
        settings.replicaKeys = asked.replicaKeys
        settings.rotation = try asked.schedule.map { text throws(OperationFailure) in
            try RequestedSettings.Rotation(text)
        }
        settings.resourcePolicy = asked.resourcePolicy.map { $0 == "none" ? "" : $0 }
        changes.tier = asked.tier
        changes.allowedPattern = asked.pattern
        changes.policies = asked.policies.map { $0 == "none" ? "[]" : $0 }
        if case .parameter = setting.subject {
            changes.description = asked.description
            changes.keyID = asked.key
        } else {
            settings.description = asked.description
            settings.key = asked.key
        }
    }
}

extension SetRequest.Aim {
    fileprivate init(_ aim: PlanWish.Setting.Aim) {
        self =
            switch aim {
            case .change: .change
            case .create: .create
            case .delete(let days): .delete(recoveryDays: days)
            case .restore: .restore
            }
    }
}
