import Inventory

/// The change set is put into effect, and CloudFormation resolves its dynamic references anew. Taken back with the proposal.
struct DeployStack: StepWork {
    let context: StepContext
    var patience: Int { 1_800 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<String> {
        let (stack, stacks) = try context.stack
        guard direction == .forward else { return .reached([:]) }
        guard let state = try await stacks.state(of: stack) else { return .moved("stack \(stack) is gone") }
        let proposed = try await stacks.changeSet(context.plan.changeSet, of: stack)
        let isBegun =
            state.changeSet == context.plan.changeSet || proposed?.execution?.hasPrefix("EXECUTE") ?? false
        if isBegun {
            if state.isBusy { return .waiting("stack \(stack) is \(state.status)") }
            return state.status == "UPDATE_COMPLETE"
                ? .reached([:])
                : .failed("the update of \(stack) ended as \(state.status): \(state.reason ?? "no reason told")")
        }
        guard let proposed, proposed.status == "CREATE_COMPLETE", proposed.execution == "AVAILABLE" else {
            return .moved("the change set of \(stack) is of no use any more: somebody has deployed the stack meanwhile")
        }
        if state.isBusy { return .waiting("stack \(stack) is \(state.status)") }
        return .ready(stack, [:])
    }

    func act(_ move: String) async throws(CallFailure) -> ActAnswer {
        let (stack, stacks) = try context.stack
        do throws(CallFailure) {
            return ActAnswer(
                try await stacks.execute(context.plan.changeSet, of: stack, token: context.plan.token))
        } catch {
            if error.failure.code == "InvalidChangeSetStatus" { throw CallFailure(.changed, error.failure) }
            throw error
        }
    }
}
