import Inventory

/// What the work of every step has at hand.
struct StepContext: Sendable {
    let step: PlanStep
    let tools: RunTools
    let state: RunState
    let values: RunValues
    /// Tells what is waited for, and waits so many seconds; throws `interrupted` where somebody wants it to stop.
    let wait: @Sendable (_ seconds: Double, _ words: String) async throws(OperationFailure) -> Void

    var plan: Plan { state.plan }

    /// The secret of the plan, or of the step.
    var secretName: String {
        get throws(CallFailure) {
            if case .secret(let name, _, _) = step.reference { return name }
            throw misplaced
        }
    }

    var parameterName: String {
        get throws(CallFailure) {
            if case .parameter(let name, _) = step.reference { return name }
            throw misplaced
        }
    }

    /// The lane of the function that the step is about.
    var lane: FunctionLane {
        get throws(CallFailure) {
            let name: String
            switch step.reference {
            case .function(let function, _), .alias(let function, _): name = function
            case .variable, .parameter, .secret, .key, .role, .user, .accessKey, .eventSourceMapping, .functionURL,
                .stack:
                throw misplaced
            }
            guard let lane = plan.lanes.first(where: { $0.function == name }) else { throw misplaced }
            return lane
        }
    }

    /// The alias of the step, with its lane.
    var route: (lane: FunctionLane, route: FunctionLane.Route) {
        get throws(CallFailure) {
            let lane = try lane
            guard case .alias(_, let name) = step.reference,
                let route = lane.routes.first(where: { $0.alias == name })
            else { throw misplaced }
            return (lane, route)
        }
    }

    /// The version that the plan has published of the lane's function.
    func publishedVersion(_ lane: FunctionLane) async throws(CallFailure) -> String {
        guard let version = await state.fact(.version, of: .publishVersion, .function(name: lane.function)) else {
            throw CallFailure(
                .refused, OperationFailure(.ownFault, "\(step.key): no version of \(lane.function) is published yet"))
        }
        return version
    }

    /// The version in which the lane's function is kept as it was; nil if nothing of it needs keeping.
    func keptVersion(_ lane: FunctionLane) async -> String? {
        if let version = lane.keptVersion { return version }
        if let version = await state.fact(.version, of: .keepFunctionVersion, .function(name: lane.function)) {
            return version
        }
        return lane.routes.first?.version
    }

    private var misplaced: CallFailure {
        CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): the plan has such a step for another thing"))
    }
}
