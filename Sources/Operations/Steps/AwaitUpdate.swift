/// LastUpdateStatus becomes Successful; Failed is final.
struct AwaitUpdate: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let lane = try context.lane
        let state = try await context.tools.functions.state(of: lane.function, qualifier: nil)
        guard state.hasMarker(of: context) else {
            return .person("\(lane.function) was changed by someone else while it was updated")
        }
        switch state.updateStatus {
        case "InProgress": return .waiting("LastUpdateStatus InProgress")
        case "Failed":
            return .failed("the update of \(lane.function) failed: \(state.updateReason ?? "AWS says no reason")")
        default: return .reached([.revision: state.revision])
        }
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}
