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
            return try await isUndone() == nil ? .reached([:]) : .ready(.undo, [:])
        }
    }

    func act(_ move: HookStep) async throws(CallFailure) -> ActAnswer {
        switch try await context.callHook(move) {
        case .yes:
            guard move == .undo else { return ActAnswer(reached: [:]) }
            return try await proveUndone()
        case .no(let words):
            throw CallFailure(
                .refused, OperationFailure(.failed, "the hook refused \(move.rawValue): \(words)"))
        }
    }

    /// Signs in until the way back is proven; its change may take a while.
    private func proveUndone() async throws(CallFailure) -> ActAnswer {
        var patience = Patience(seconds: 60)
        while let words = try await isUndone() {
            guard let seconds = patience.next() else {
                throw CallFailure(
                    .refused, OperationFailure(.failed, "the hook says that it has undone it, but \(words)"))
            }
            do throws(OperationFailure) { try await context.wait(seconds, words) } catch {
                throw CallFailure(.cancelled, error)
            }
        }
        return ActAnswer(reached: [:])
    }

    /// What shows that the target is not back yet; nil when it is: it takes the old value and, where both were valid, the
    /// new one no longer.
    private func isUndone() async throws(CallFailure) -> String? {
        if case .no(let words) = try await context.accepts(.old) {
            return "the target system does not take the old value: \(words)"
        }
        guard context.plan.transition == .overlap else { return nil }
        return try await context.accepts(.new) == .yes ? "the target system still takes the new value" : nil
    }
}
