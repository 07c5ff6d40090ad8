import SensitiveMemory

/// A parameter is made; back, it is deleted if it still holds what the plan has put there.
struct CreateParameter: StepWork {
    enum Move: Sendable { case create(ParameterAttributes), delete }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.parameterName
        guard case .parameter(let attributes)? = context.plan.newStore else {
            return .failed("the plan does not say what parameter is made")
        }
        let state = try await context.tools.parameters.state(of: name)
        switch direction {
        case .forward:
            guard let state else {
                let print = await context.values.fingerprint(try await context.values.new().bytes).hex
                return .ready(.create(attributes), [.fingerprint: print])
            }
            guard trace.attempts > 0, state.version == 1, try await isOwn(name, trace.facts[.fingerprint]) else {
                return .moved("\(name) is there by now, made by someone else")
            }
            return .reached([.version: "1", .fingerprint: trace.facts[.fingerprint] ?? ""])
        case .back:
            guard let state else { return .reached([:]) }
            let print = await context.state.fact(.fingerprint, of: .createParameter, context.step.reference)
            guard state.version == 1, try await isOwn(name, print) else {
                return .person("\(name) was written by someone else since: it is not deleted")
            }
            return .ready(.delete, [:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let name = try context.parameterName
        // On the way back it is read first, for the steps behind this one.
        let value = try await context.values.new()
        switch move {
        case .create(let attributes):
            do throws(CallFailure) {
                let (_, receipt) = try await context.tools.parameters.put(
                    value.bytes, in: name, attributes: attributes, overwrites: false)
                return ActAnswer(receipt)
            } catch {
                if error.cause == .refused, error.failure.code == "ParameterAlreadyExists" {
                    throw CallFailure(.changed, error.failure)
                }
                throw error
            }
        case .delete: return ActAnswer(try await context.tools.parameters.delete(name))
        }
    }

    /// Whether its first version holds what the intent was about.
    private func isOwn(_ name: String, _ print: String?) async throws(CallFailure) -> Bool {
        let value = try await context.tools.parameters.value(of: name, version: 1)
        defer { value.bytes.wipe() }
        return await context.values.fingerprint(value.bytes).hex == print
    }
}
