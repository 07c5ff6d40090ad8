/// $LATEST is published, if all that it would release is what the plan has changed.
struct PublishVersion: StepWork {
    struct Move: Sendable {
        let function: String
        let codeSHA256: String?
        let revision: String
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        guard direction == .forward else { return .reached([:]) }
        let lane = try context.lane
        let functions = context.tools.functions
        let state = try await functions.state(of: lane.function, qualifier: nil)
        if trace.attempts > 0 {
            let versions = try await functions.versions(of: lane.function)
            if let version = versions.first(where: { $0.hasMarker(of: context) && $0.description == label }) {
                return .reached([.version: version.version])
            }
        }
        let awaited = await context.state.fact(.revision, of: .awaitUpdate, context.step.reference)
        guard state.hasMarker(of: context), awaited == nil || awaited == state.revision else {
            return .person("$LATEST of \(lane.function) was changed by someone else after the plan's update")
        }
        if state.updateStatus == "InProgress" { return .waiting("LastUpdateStatus InProgress") }
        let planned = Set(lane.changes.map(\.variable))
        for version in Set(lane.routes.map(\.version)).sorted() {
            let live = try await functions.state(of: lane.function, qualifier: version)
            let differences = state.differences(from: live, but: planned)
            guard differences.isEmpty else {
                return .failed(
                    "$LATEST of \(lane.function) differs from version \(version), which serves traffic, in "
                        + "\(differences.joined(separator: ", ")): publishing would release that")
            }
        }
        return .ready(
            Move(function: lane.function, codeSHA256: state.codeSHA256, revision: state.revision),
            [.revision: state.revision])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let (published, receipt) = try await context.tools.functions.publish(
            move.function, codeSHA256: move.codeSHA256, revision: move.revision, description: label)
        guard published.hasMarker(of: context) else { return ActAnswer(receipt) }
        return ActAnswer(receipt, reached: [.version: published.version])
    }

    private var label: String { "curtain \(context.plan.id)" }
}
