import Inventory

/// The new value is kept in a SecureString of the plan's own until its target has it, so that a crash cannot leave a
/// value that no one holds.
struct StageValue: StepWork {
    enum Move: Sendable { case put, delete }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let there = try await context.tools.parameters.state(of: context.plan.stagedName)
        switch direction {
        case .forward: return there == nil ? .ready(.put, [:]) : .reached([:])
        case .back: return there == nil ? .reached([:]) : .ready(.delete, [:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let parameters = context.tools.parameters
        switch move {
        case .put:
            let value = try await context.values.new()
            do throws(CallFailure) {
                let (_, receipt) = try await parameters.put(
                    value.bytes, in: context.plan.stagedName,
                    attributes: ParameterAttributes(type: "SecureString", tier: "Intelligent-Tiering"),
                    overwrites: false)
                return ActAnswer(receipt, reached: [:])
            } catch {
                if error.cause == .refused, error.failure.code == "ParameterAlreadyExists" {
                    await context.values.forgetNew()
                    throw CallFailure(.changed, error.failure)
                }
                throw error
            }
        case .delete:
            // Its value is read first, for the steps behind this one on the way back.
            _ = try await context.values.new()
            return ActAnswer(try await parameters.delete(context.plan.stagedName))
        }
    }
}
