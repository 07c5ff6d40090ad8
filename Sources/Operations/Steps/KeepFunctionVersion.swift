/// $LATEST is published as it is, for nobody but the way back: no alias points there, and the old literal stays readable.
struct KeepFunctionVersion: StepWork {
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
            if let version = versions.first(where: { $0.description == label && state.isReleased(as: $0) }) {
                return .reached([.version: version.version, .revision: state.revision])
            }
        }
        guard state.revision == lane.revision else {
            return .moved("\(lane.function) was changed by someone else; make a new plan")
        }
        guard state.environmentError == nil else {
            return .failed("AWS cannot read the variables of \(lane.function): \(state.environmentError ?? "")")
        }
        return .ready(
            Move(function: lane.function, codeSHA256: state.codeSHA256, revision: state.revision),
            [.revision: state.revision])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let functions = context.tools.functions
        let (published, receipt) = try await functions.publish(
            move.function, codeSHA256: move.codeSHA256, revision: move.revision, description: label)
        // Publishing gives $LATEST another revision: it is read again, and must still be what was published.
        let state = try await functions.state(of: move.function, qualifier: nil)
        guard state.isReleased(as: published) else { return ActAnswer(receipt) }
        return ActAnswer(receipt, reached: [.version: published.version, .revision: state.revision])
    }

    private var label: String { "curtain-kept \(context.plan.id)" }
}

extension FunctionState {
    /// Whether the version is exactly this, markers included.
    func isReleased(as version: FunctionState) -> Bool {
        differences(from: version, but: []).isEmpty
            && variables[FunctionLane.marker] == version.variables[FunctionLane.marker]
    }
}
