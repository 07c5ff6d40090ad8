import Inventory
import SensitiveMemory

/// What a function no longer reads goes from the variables of $LATEST; back, it comes from where the value is now.
struct RemoveVariables: StepWork {
    struct Move: Sendable {
        let function: String
        let revision: String
        let changes: [String: SecretBytes?]
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let removal = try context.removal
        let state = try await context.tools.functions.state(of: removal.function, qualifier: nil)
        if let error = state.environmentError {
            return .failed("AWS cannot read the variables of \(removal.function), so nothing is written: \(error)")
        }
        if state.updateStatus == "InProgress" { return .waiting("\(removal.function) is being updated") }
        if state.updateStatus == "Failed" {
            return .failed("\(removal.function): \(state.updateReason ?? "the update failed")")
        }
        let there = removal.variables.filter { state.variables[$0.name] != nil }
        switch direction {
        case .forward:
            guard !there.isEmpty else { return .reached([.revision: state.revision]) }
            for variable in there where variable.holding == .value {
                let value = try await context.values.new(variable.pointer)
                guard await state.variables[variable.name] == context.values.fingerprint(value) else {
                    return .person(
                        "\(variable.name) of \(removal.function) has another value by now: it is not removed")
                }
            }
            var changes: [String: SecretBytes?] = [FunctionLane.marker: try context.bytes("\(context.plan.id).moved")]
            for variable in there { changes[variable.name] = .some(nil) }
            return .ready(Move(function: removal.function, revision: state.revision, changes: changes), [:])
        case .back:
            guard there.count < removal.variables.count else { return .reached([.revision: state.revision]) }
            var changes: [String: SecretBytes?] = [FunctionLane.marker: try context.bytes(context.plan.id.text)]
            for variable in removal.variables where state.variables[variable.name] == nil {
                guard let value = try await former(variable, removal.function) else {
                    return .person(
                        "\(variable.name) of \(removal.function) cannot be put back: no published version has it")
                }
                changes[variable.name] = .some(value)
            }
            return .ready(Move(function: removal.function, revision: state.revision, changes: changes), [:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        ActAnswer(
            try await context.tools.functions.setVariables(
                move.changes, of: move.function, revision: move.revision
            ).receipt)
    }

    /// What the variable held: the moved value, or what the newest version that has it holds.
    private func former(
        _ variable: PlannedMove.Removal.Variable, _ function: String
    ) async throws(CallFailure) -> SecretBytes? {
        if variable.holding == .value { return try await context.values.new(variable.pointer) }
        let versions = try await context.tools.functions.versions(of: function)
        guard let version = versions.last(where: { $0.variables[variable.name] != nil }) else { return nil }
        return try await context.tools.functions.value(
            of: variable.name, in: function, qualifier: version.version)
    }
}

extension StepContext {
    /// What goes from the function that the step is about.
    var removal: PlannedMove.Removal {
        get throws(CallFailure) {
            let name: String
            switch step.reference {
            case .function(let function, _), .alias(let function, _): name = function
            case .variable, .parameter, .secret, .key, .role, .user, .accessKey, .eventSourceMapping, .functionURL,
                .stack:
                name = ""
            }
            guard let removal = plan.move?.removals.first(where: { $0.function == name }) else {
                throw CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): the plan removes nothing there"))
            }
            return removal
        }
    }
}
