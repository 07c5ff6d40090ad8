import Inventory

/// Whether the world is still the one that the plan was made for. Asked once, before the first change.
struct Preflight: Sendable {
    /// Functions looked at in the same moment; GetFunction has 100 requests a second of its own.
    private static let parallel = 16

    let tools: RunTools
    let plan: Plan

    /// Throws `tryAgain` with everything that has moved.
    func check() async throws(OperationFailure) {
        var moved: [String] = []
        do throws(CallFailure) {
            moved += try await source()
            moved += try await functions()
        } catch {
            throw error.failure
        }
        guard moved.isEmpty else {
            throw OperationFailure(
                .tryAgain,
                "the world has moved since \(plan.id) was made, nothing was changed: "
                    + moved.joined(separator: "; ") + "; make a new plan")
        }
    }

    private func source() async throws(CallFailure) -> [String] {
        switch (plan.source, plan.subject) {
        case (.secret(_, let current, _, let pending), .secret(let name, _, _)):
            let state = try await tools.secrets.state(of: name)
            var moved: [String] = []
            if state.isBeingDeleted { moved.append("\(name) is being deleted") }
            if state.current != current { moved.append("AWSCURRENT of \(name) is on another version") }
            if let other = state.pending, other != pending { moved.append("version \(other) of \(name) is pending") }
            return moved
        case (.parameter(let version, _), .parameter(let name, _)):
            guard let state = try await tools.parameters.state(of: name) else { return ["\(name) is gone"] }
            return state.version == version ? [] : ["\(name) has version \(state.version) instead of \(version)"]
        case (_, _): return []
        }
    }

    private func functions() async throws(CallFailure) -> [String] {
        let outcomes = await BoundedWork.outcomes(plan.lanes, limit: Self.parallel, outcome)
        var moved: [String] = []
        for outcome in outcomes { moved += try outcome.get() }
        return moved.sorted()
    }

    private func outcome(_ lane: FunctionLane) async -> Result<[String], CallFailure> {
        do throws(CallFailure) { return .success(try await check(lane)) } catch { return .failure(error) }
    }

    private func check(_ lane: FunctionLane) async throws(CallFailure) -> [String] {
        let state = try await tools.functions.state(of: lane.function, qualifier: nil)
        var moved: [String] = []
        if state.revision != lane.revision { moved.append("\(lane.function) was changed") }
        if state.updateStatus == "InProgress" { moved.append("\(lane.function) is being updated") }
        for route in lane.routes {
            let alias = try await tools.functions.state(of: lane.function, qualifier: route.alias)
            if alias.version != route.version {
                moved.append("alias \(route.alias) of \(lane.function) points to version \(alias.version)")
            }
        }
        return moved
    }
}
