/// The deletion of a secret is scheduled, or called off: each is the other's way back.
struct DeleteSecret: StepWork {
    enum Goal: Sendable { case deleted, present }

    let context: StepContext
    /// Where the step leads forward.
    let goal: Goal

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Goal> {
        let name = try context.secretName
        guard let state = try await context.secretState(name) else {
            return goal == .deleted && direction == .forward
                ? .moved("secret \(name) is gone") : .failed("secret \(name) is gone, and cannot be restored")
        }
        let wanted = direction == .forward ? goal : goal == .deleted ? .present : .deleted
        switch wanted {
        case .deleted: return state.isBeingDeleted ? .reached([:]) : .ready(.deleted, [:])
        case .present: return state.isBeingDeleted ? .ready(.present, [:]) : .reached([:])
        }
    }

    func act(_ move: Goal) async throws(CallFailure) -> ActAnswer {
        let name = try context.secretName
        switch move {
        case .deleted:
            let days = context.plan.change?.recoveryDays ?? CreateSecret.undoneDays
            return ActAnswer(try await context.stores.delete(name, recoveryDays: days))
        case .present: return ActAnswer(try await context.stores.restore(name))
        }
    }
}
