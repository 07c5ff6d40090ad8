import Inventory

/// The new version is invoked for real, before an alias sends anything there; without an alias $LATEST is.
struct InvokeVersion: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let lane = try context.lane
        let version = lane.routes.isEmpty ? nil : try await context.publishedVersion(lane)
        for check in context.state.rollout.checks.compactMap(\.invocation) {
            let outcome = try await context.tools.functions.invoke(
                lane.function, qualifier: version, payload: check.payload, expected: check.expected)
            let named = Reference.function(name: lane.function, qualifier: version)
            switch outcome {
            case .asExpected: continue
            case .functionError(let kind): return .failed("\(named) fails when it is invoked: \(kind)")
            case .unexpected: return .failed("\(named) does not answer what the check expects")
            }
        }
        return .reached([:])
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}
