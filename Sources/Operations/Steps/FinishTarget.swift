/// The hook is told that the old value is not needed any longer.
struct FinishTarget: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<HookStep> {
        switch direction {
        case .forward: trace.result == .done ? .reached([:]) : .ready(.finish, [:])
        case .back: .reached([:])
        }
    }

    func act(_ move: HookStep) async throws(CallFailure) -> ActAnswer {
        switch try await context.callHook(move) {
        case .yes: return ActAnswer(reached: [:])
        case .no(let words):
            throw CallFailure(.refused, OperationFailure(.failed, "the hook refused \(move.rawValue): \(words)"))
        }
    }
}
