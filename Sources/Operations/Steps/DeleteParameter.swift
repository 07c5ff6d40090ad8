/// A parameter is deleted if it is still at the version of the plan. Back, where the plan knows its value elsewhere: it is
/// made anew, without its history.
struct DeleteParameter: StepWork {
    enum Move: Sendable { case delete, make(ParameterAttributes) }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.parameterName
        guard case .parameter(let version, let attributes) = context.plan.source else {
            return .failed("the plan does not know the parameter's version")
        }
        let state = try await context.tools.parameters.state(of: name)
        switch direction {
        case .forward:
            guard let state else { return .reached([:]) }
            guard state.version == version else { return .moved("\(name) has version \(state.version) by now") }
            return .ready(.delete, [.former: String(version)])
        case .back: return state == nil ? .ready(.make(attributes), [:]) : .reached([:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let name = try context.parameterName
        switch move {
        case .delete: return ActAnswer(try await context.tools.parameters.delete(name))
        case .make(let attributes):
            let value = try await context.values.new()
            return ActAnswer(
                try await context.tools.parameters.put(
                    value.bytes, in: name, attributes: attributes, overwrites: false
                ).receipt)
        }
    }
}
