import Inventory

/// A setting of a secret or parameter becomes what the plan wants; back, what it was. What is neither belongs to someone
/// else and is left.
struct ChangeSetting: StepWork {
    struct Move: Sendable {
        let actual: String
        let wanted: String
    }

    let context: StepContext
    let setting: StoreSetting

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        guard let change = context.plan.change?.settings.first(where: { $0.setting == setting }) else {
            return .failed("the plan does not say what the setting becomes")
        }
        let actual = try await context.stores.setting(setting, of: context.step.reference)
        let wanted = direction == .forward ? change.to : change.from
        if setting.holds(actual, wanted) { return .reached([:]) }
        // On the way back and after an attempt a part of it may be done.
        guard trace.attempts > 0 || direction == .back || setting.holds(actual, change.from) else {
            return .moved("\(setting.rawValue) of \(context.step.reference) was changed by someone else")
        }
        return .ready(Move(actual: actual, wanted: wanted), [:])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        ActAnswer(
            try await context.stores.change(
                setting, of: context.step.reference, from: move.actual, to: move.wanted))
    }
}

extension StepContext {
    /// What makes, deletes and configures stores.
    var stores: any StoreChanging {
        get throws(CallFailure) {
            guard let stores = tools.stores else {
                throw CallFailure(
                    .refused, OperationFailure(.ownFault, "\(step.key): nothing here can make or configure a store"))
            }
            return stores
        }
    }
}
