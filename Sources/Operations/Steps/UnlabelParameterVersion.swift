/// The moving label leaves the old version of the parameter. The version itself stays in the history until a hundred newer
/// ones have pushed it out, which a label would prevent.
struct UnlabelParameterVersion: StepWork {
    struct Move: Sendable {
        let name: String
        let version: Int
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.parameterName
        guard case .parameter(let former, _) = context.plan.source else {
            return .failed("the plan does not know the parameter's version")
        }
        guard direction == .forward, let state = try await context.tools.parameters.state(of: name),
            state.labels[LabelParameterVersion.label] == former
        else { return .reached([:]) }
        return .ready(Move(name: name, version: former), [.version: String(former)])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        ActAnswer(
            try await context.tools.parameters.unlabel(
                LabelParameterVersion.label, version: move.version, of: move.name))
    }
}
