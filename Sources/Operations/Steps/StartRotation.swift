/// RotateSecret, under the plan's token.
struct StartRotation: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<String> {
        guard direction == .forward else { return .reached([:]) }
        let name = try context.secretName
        guard case .secret(_, let current, _, _) = context.plan.source else {
            return .failed("the plan does not know the secret's versions")
        }
        let state = try await context.tools.secrets.state(of: name)
        if state.labels[context.plan.token] != nil { return .reached([.version: context.plan.token]) }
        // The owner of a managed secret takes its own token.
        if trace.attempts > 0, state.owner != nil, let other = state.pending ?? state.current, other != current {
            return .reached([.version: other])
        }
        if state.current != current { return .moved("AWSCURRENT of \(name) is on another version by now") }
        if let other = state.pending { return .moved("version \(other) of \(name) is pending, of someone else") }
        return .ready(name, [.former: current])
    }

    func act(_ move: String) async throws(CallFailure) -> ActAnswer {
        ActAnswer(try await context.tools.secrets.rotate(move, token: context.plan.token))
    }
}
