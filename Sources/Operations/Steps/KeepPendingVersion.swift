import Inventory

/// A pending version that someone else has left behind is kept under a label of the plan and pending no more. It may hold
/// the live password, so its value is never thrown away.
struct KeepPendingVersion: StepWork {
    struct Move: Sendable {
        let secret: String
        let version: String
        let isLabelled: Bool
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        guard case .secret(let name, let version?, _) = context.step.reference else {
            return .failed("the plan does not name the pending version")
        }
        let state = try await context.tools.secrets.state(of: name)
        switch direction {
        case .forward:
            guard let pending = state.pending else { return .reached([.version: version]) }
            guard pending == version else { return .moved("version \(pending) of \(name) is pending by now") }
            let labels = state.labels[version] ?? []
            return .ready(
                Move(secret: name, version: version, isLabelled: labels.contains(context.plan.id.keptLabel)),
                [.version: version])
        case .back: return .reached([:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let secrets = context.tools.secrets
        if !move.isLabelled {
            _ = try await secrets.moveLabel(
                context.plan.id.keptLabel, to: move.version, from: nil, in: move.secret)
        }
        return ActAnswer(try await secrets.moveLabel("AWSPENDING", to: nil, from: move.version, in: move.secret))
    }
}
