/// The one moving label of curtain's goes to the version that was current before, so that the way back is on the
/// parameter itself.
struct LabelParameterVersion: StepWork {
    /// One label for all runs: a label of its own each time would pin old versions until no new one can be written.
    static let label = "curtain-previous"

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
        guard direction == .forward else { return .reached([:]) }
        guard let state = try await context.tools.parameters.state(of: name) else { return .moved("\(name) is gone") }
        return state.labels[Self.label] == former
            ? .reached([.version: String(former)])
            : .ready(Move(name: name, version: former), [.version: String(former)])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        ActAnswer(
            try await context.tools.parameters.label(Self.label, version: move.version, of: move.name))
    }
}
