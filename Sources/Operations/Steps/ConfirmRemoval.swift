import Inventory

/// The plan waits until a person has typed the name of what is removed behind this step.
struct ConfirmRemoval: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        guard direction == .forward else { return .reached([:]) }
        let name = context.plan.removedName
        if context.state.confirmations.contains(.remove(name)) { return .reached([:]) }
        return .person(
            "the old place goes for good: curtain resume \(context.plan.id) --remove '\(name)' (type its name)")
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}

extension Plan {
    /// What a person types before the old place is removed: the name of the variable, parameter or secret.
    public var removedName: String {
        switch subject {
        case .variable(_, _, let name), .parameter(let name, _), .secret(let name, _, _): name
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: subject.text
        }
    }
}
