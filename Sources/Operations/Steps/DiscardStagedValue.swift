/// The plan's own SecureString is deleted: the value stands where it belongs.
struct DiscardStagedValue: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<String> {
        let name = context.plan.stagedName
        switch direction {
        case .forward:
            return try await context.tools.parameters.state(of: name) == nil ? .reached([:]) : .ready(name, [:])
        case .back: return .reached([:])
        }
    }

    func act(_ move: String) async throws(CallFailure) -> ActAnswer {
        ActAnswer(try await context.tools.parameters.delete(move))
    }
}
