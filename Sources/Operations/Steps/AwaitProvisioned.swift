/// The executions that are provisioned on the alias stand on the new version.
struct AwaitProvisioned: StepWork {
    let context: StepContext
    var patience: Int { 1_800 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let (lane, route) = try context.route
        guard let state = try await context.tools.functions.provisioned(on: route.alias, of: lane.function) else {
            return .reached([:])
        }
        switch state.status {
        case "READY": return .reached([:])
        case "FAILED":
            return .failed(
                "the provisioned concurrency of \(lane.function):\(route.alias) failed: \(state.reason ?? "no reason told")"
            )
        default: return .waiting("provisioned concurrency \(state.status)")
        }
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}
