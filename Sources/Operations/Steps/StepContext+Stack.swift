import Inventory

extension StepContext {
    /// The stack of the step, and the way to it.
    var stack: (name: String, stacks: any StackChanging) {
        get throws(CallFailure) {
            guard case .stack(let name) = step.reference, let stacks = tools.stacks else {
                throw CallFailure(
                    .refused, OperationFailure(.ownFault, "\(step.key): no stack can be changed from here"))
            }
            return (name, stacks)
        }
    }
}

extension Plan {
    /// The names of the plan's change sets: of the update, and of the way back.
    var changeSet: String { "curtain-\(id)" }
    var backChangeSet: String { "curtain-back-\(id)" }

    /// The functions that a stack's deployment brings the new value to.
    func functions(of stack: String) -> [String] { lanes.filter { $0.stack == stack }.map(\.function) }
}
