import SensitiveMemory

/// The hook lets the new value into the target system; back, it lets the old one in and the new one no longer.
struct SetTarget: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<HookStep> {
        switch direction {
        case .forward:
            // Without an attempt the target is not asked: each refused sign-in may count against an account.
            guard trace.attempts > 0 else { return .ready(.set, [:]) }
            if trace.result == .done { return .reached([:]) }
            return switch try await context.accepts(.new) {
            case .yes: .reached([:])
            case .no: .ready(.set, [:])
            }
        case .back:
            guard trace.attempts > 0 else { return .ready(.undo, [:]) }
            return switch try await context.accepts(.old) {
            case .yes: .reached([:])
            case .no(let words):
                trace.attempts < 3
                    ? .ready(.undo, [:])
                    : .person("the target system does not take the old value: \(words)")
            }
        }
    }

    func act(_ move: HookStep) async throws(CallFailure) -> ActAnswer {
        switch try await context.callHook(move) {
        case .yes:
            // The way back is proven by a sign-in with the old value.
            return move == .set ? ActAnswer(reached: [:]) : ActAnswer()
        case .no(let words):
            throw CallFailure(
                .refused, OperationFailure(.failed, "the hook refused \(move.rawValue): \(words)"))
        }
    }
}
