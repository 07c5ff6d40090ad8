import Inventory

/// A change set of the stack's own template is made and read: nothing but the functions concerned may be in it. Back, last of
/// all: if it was put into effect, the stack is deployed once more as it was, so that it resolves the old value.
struct ProposeStackUpdate: StepWork {
    enum Move: Sendable {
        case propose
        /// The way back: the same template without the marker.
        case proposeBack, executeBack
        case remove
    }

    let context: StepContext
    var patience: Int { 1_800 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let (stack, stacks) = try context.stack
        guard let state = try await stacks.state(of: stack) else { return .moved("stack \(stack) is gone") }
        let proposed = try await stacks.changeSet(context.plan.changeSet, of: stack)
        switch direction {
        case .forward:
            guard let proposed else {
                guard state.isSettled else { return .moved("stack \(stack) is \(state.status)") }
                return .ready(.propose, [:])
            }
            return judge(proposed, stack)
        case .back: return try await lookBack(stack, state, proposed, stacks)
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let (stack, stacks) = try context.stack
        let plan = context.plan
        let functions = plan.functions(of: stack)
        do throws(CallFailure) {
            switch move {
            case .propose:
                return ActAnswer(
                    try await stacks.propose(
                        plan.changeSet, of: stack, setting: FunctionLane.marker, to: plan.id.text, in: functions,
                        token: plan.token))
            case .proposeBack:
                return ActAnswer(
                    try await stacks.propose(
                        plan.backChangeSet, of: stack, setting: FunctionLane.marker, to: nil, in: functions,
                        token: "back-\(plan.token)"))
            case .executeBack:
                return ActAnswer(
                    try await stacks.execute(plan.backChangeSet, of: stack, token: "back-\(plan.token)"))
            case .remove: return ActAnswer(try await stacks.remove(plan.changeSet, of: stack))
            }
        } catch {
            // Made already, by a try whose answer was lost: the next look says so.
            if error.failure.code == "AlreadyExistsException" || error.failure.code == "InvalidChangeSetStatus" {
                throw CallFailure(.changed, error.failure)
            }
            throw error
        }
    }

    /// Whether the change set touches what it may and nothing else.
    private func judge(_ proposed: ChangeSetState, _ stack: String) -> Sight<Move> {
        switch proposed.status {
        case "CREATE_PENDING", "CREATE_IN_PROGRESS": return .waiting("change set \(proposed.status)")
        case "CREATE_COMPLETE": break
        default:
            return .failed(
                "the change set of \(stack) is \(proposed.status): \(proposed.reason ?? "CloudFormation says no reason")"
            )
        }
        let functions = Set(context.plan.functions(of: stack))
        let others = proposed.changes.filter { change in
            switch change.type {
            case "AWS::Lambda::Function":
                change.action != "Modify" || change.isReplaced || !(change.physicalID.map(functions.contains) ?? false)
            // What SAM's AutoPublishAlias makes of a changed function.
            case "AWS::Lambda::Version": change.action != "Add"
            case "AWS::Lambda::Alias": change.action != "Modify" || change.isReplaced
            default: true
            }
        }
        guard others.isEmpty else {
            return .failed(
                "an update of \(stack) would also touch "
                    + others.map { "\($0.logicalID) (\($0.action) \($0.type))" }.joined(separator: ", ")
                    + "; nothing was changed, deploy it yourself")
        }
        let missing = functions.subtracting(proposed.changes.compactMap(\.physicalID))
        guard missing.isEmpty else {
            return .failed("an update of \(stack) would not touch \(missing.sorted().joined(separator: ", "))")
        }
        return .reached([:])
    }

    private func lookBack(
        _ stack: String, _ state: StackState, _ proposed: ChangeSetState?, _ stacks: any StackChanging
    ) async throws(CallFailure) -> Sight<Move> {
        if state.isBusy { return .waiting("stack \(stack) is \(state.status)") }
        let plan = context.plan
        if state.changeSet == plan.backChangeSet { return ended(state, stack) }
        if let back = try await stacks.changeSet(plan.backChangeSet, of: stack) {
            switch (back.status, back.execution) {
            case ("CREATE_PENDING", _), ("CREATE_IN_PROGRESS", _), (_, "EXECUTE_IN_PROGRESS"):
                return .waiting("change set \(plan.backChangeSet) is \(back.status)")
            case ("CREATE_COMPLETE", "AVAILABLE"): return .ready(.executeBack, [:])
            case (_, "EXECUTE_COMPLETE"): return ended(state, stack)
            default:
                return .failed(
                    "the change set that takes \(stack) back is \(back.status) \(back.execution ?? ""): "
                        + (back.reason ?? "CloudFormation says no reason"))
            }
        }
        let isDeployed = state.changeSet == plan.changeSet || proposed?.execution == "EXECUTE_COMPLETE"
        if isDeployed { return .ready(.proposeBack, [:]) }
        guard let proposed, proposed.execution?.hasPrefix("EXECUTE") != true else { return .reached([:]) }
        return .ready(.remove, [:])
    }

    private func ended(_ state: StackState, _ stack: String) -> Sight<Move> {
        state.status == "UPDATE_COMPLETE"
            ? .reached([:]) : .failed("stack \(stack) is \(state.status): \(state.reason ?? "no reason told")")
    }
}
