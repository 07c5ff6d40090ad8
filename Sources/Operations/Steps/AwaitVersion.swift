/// The published version becomes Active, which can take long with SnapStart or a VPC.
struct AwaitVersion: StepWork {
    let context: StepContext
    /// The documented waiter PublishedVersionActive gives up after 26 minutes.
    var patience: Int { 1_600 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let lane = try context.lane
        let version = try await context.publishedVersion(lane)
        let state = try await context.tools.functions.state(of: lane.function, qualifier: version)
        switch state.state {
        case "Pending": return .waiting("version \(version) of \(lane.function) is Pending")
        case "Failed":
            return .failed(
                "version \(version) of \(lane.function) failed: \(state.stateReason ?? "AWS says no reason")")
        default: return .reached([.version: version])
        }
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}
