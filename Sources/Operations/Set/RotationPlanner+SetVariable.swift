import Inventory

extension RotationPlanner {
    /// A plan that writes one variable of one function, makes it or takes it away; a plain setting as well as a secret.
    public func setVariable(
        _ request: SetRequest, writesOverStacks: Bool, rollout: Rollout
    ) async throws(OperationFailure) -> Plan {
        do throws(CallFailure) { return try await variable(request, writesOverStacks, rollout) } catch {
            throw error.failure
        }
    }

    private func variable(
        _ request: SetRequest, _ writesOverStacks: Bool, _ rollout: Rollout
    ) async throws(CallFailure) -> Plan {
        guard case .variable(let function, nil, let name) = request.subject else {
            throw SetPlanner.refused(.usage, "\(request.subject): a published version's variables cannot be written")
        }
        guard request.changes.isEmpty, request.settings.isEmpty else {
            throw SetPlanner.refused(.usage, "\(request.subject): a variable has a value and nothing else")
        }
        let row = facts.functions.first { $0.common.reference == .function(name: function) }
        guard let row else {
            let names = facts.functions.map(\.common.name)
            throw CallFailure(
                .missing,
                OperationFailure(.notFound, "there is no function \(function)\(NameTwins.hint(function, in: names))"))
        }
        guard row.variablesError == nil else {
            throw SetPlanner.refused(.failed, "AWS cannot read the variables of \(function), so none is written")
        }
        let names = row.variables.map(\.name)
        let isThere = names.contains(name)
        let change: FunctionLane.Change
        switch request.aim {
        case .restore: throw SetPlanner.refused(.usage, "\(request.subject): only a secret can be restored whole")
        case .change:
            guard isThere else {
                throw CallFailure(
                    .missing,
                    OperationFailure(
                        .notFound,
                        "\(function) has no variable \(name)\(NameTwins.hint(name, in: names)); --create makes it"))
            }
            change = FunctionLane.Change(variable: name)
        case .create:
            try StoreLimit.checkName(request.subject)
            guard !isThere else {
                throw SetPlanner.refused(.usage, "\(function) has a variable \(name) already: plan without --create")
            }
            change = FunctionLane.Change(variable: name, .value(pointer: nil), isNew: true)
        case .delete:
            guard isThere else {
                throw CallFailure(
                    .missing, OperationFailure(.notFound, "\(function) has no variable \(name)"))
            }
            change = FunctionLane.Change(variable: name, .removed)
        }
        switch request.recipe {
        case .given, .generated: break
        case .unchanged where change.content == .removed: break
        case .unchanged, .version, .byRotation:
            throw SetPlanner.refused(.usage, "\(request.subject): a variable has no versions; give it a value")
        }
        var plan = draft(.set, request.subject, rollout: rollout)
        plan.recipe = change.content == .removed ? nil : request.recipe
        plan.source = .variable
        plan.change = PlannedChange(acceptsAnyForm: request.acceptsAnyForm)
        try await add(
            FunctionChange(function: function, changes: [change]), to: &plan, writesOverStacks: writesOverStacks)
        guard !plan.lanes.isEmpty else { throw CallFailure(.refused, Self.nothing(plan)) }
        if change.isNew { NameTwins.warning(name, in: names).map { plan.warnings.append($0) } }
        return finished(plan)
    }
}
