import Inventory

/// An alias sends a share of its traffic, or all of it, to the published version; back, all to where it pointed.
struct MoveAlias: StepWork {
    enum Extent: Sendable { case share, all }

    struct Move: Sendable {
        let alias: String
        let function: String
        let version: String
        let weights: [String: Double]
        let revision: String?
    }

    let context: StepContext
    let extent: Extent

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let (lane, route) = try context.route
        if direction == .forward, trace.attempts == 0, let known = try await unread(lane, route) { return known }
        let state = try await context.tools.functions.alias(route.alias, of: lane.function)
        let new = try await context.publishedVersion(lane)
        let isOurs = state.weights.keys.allSatisfy { $0 == new }
        let moved = Sight<Move>.moved(
            "alias \(route.alias) of \(lane.function) points to version \(state.version)"
                + (state.weights.isEmpty ? "" : " with weights") + " by now: somebody else has moved it")
        switch direction {
        case .forward:
            if state.version == new { return state.weights.isEmpty ? .reached([.version: new]) : moved }
            guard state.version == route.version, isOurs else { return moved }
            switch extent {
            case .share:
                guard state.weights[new] == nil else { return .reached([.version: new]) }
                let share = Double(context.state.rollout.weight) / 100
                return .ready(Move(lane, route, to: route.version, weights: [new: share], state), [.version: new])
            case .all: return .ready(Move(lane, route, to: new, weights: [:], state), [.version: new])
            }
        case .back:
            if state.version == route.version, state.weights.isEmpty { return .reached([.version: route.version]) }
            guard state.version == route.version || state.version == new, isOurs else { return moved }
            return .ready(Move(lane, route, to: route.version, weights: [:], state), [.version: route.version])
        }
    }

    /// The first move without a look, which would cost another call of the shared quota: under the RevisionId that the plan
    /// or the step before has seen. If somebody has moved the alias since, AWS refuses it (412), and the next try looks.
    private func unread(_ lane: FunctionLane, _ route: FunctionLane.Route) async throws(CallFailure) -> Sight<Move>? {
        let new = try await context.publishedVersion(lane)
        let weighed = await context.state.fact(.revision, of: .weighAlias, context.step.reference)
        guard let revision = weighed ?? route.revision, !revision.isEmpty else { return nil }
        let state = AliasState(version: route.version, revision: revision)
        switch extent {
        case .share:
            let share = Double(context.state.rollout.weight) / 100
            return .ready(Move(lane, route, to: route.version, weights: [new: share], state), [.version: new])
        case .all: return .ready(Move(lane, route, to: new, weights: [:], state), [.version: new])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let (state, receipt) = try await context.tools.functions.point(
            move.alias, of: move.function, to: move.version, weights: move.weights, revision: move.revision)
        guard state.version == move.version, state.weights.keys.sorted() == move.weights.keys.sorted() else {
            return ActAnswer(receipt)
        }
        var facts: Facts = [.version: move.version]
        facts[.revision] = state.revision
        return ActAnswer(receipt, reached: facts)
    }
}

extension MoveAlias.Move {
    fileprivate init(
        _ lane: FunctionLane, _ route: FunctionLane.Route, to version: String, weights: [String: Double],
        _ state: AliasState
    ) {
        self.init(
            alias: route.alias, function: lane.function, version: version, weights: weights, revision: state.revision)
    }
}
