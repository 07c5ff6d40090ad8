import Inventory

extension RotationPlanner {
    /// Adds the function to the plan, or to what is left out of it, with the reason.
    func add(
        _ change: FunctionChange, to plan: inout Plan, writesOverStacks: Bool
    ) async throws(CallFailure) {
        let name = change.function
        if let place = plan.lanes.firstIndex(where: { $0.function == name }) {
            guard !change.changes.isEmpty else { return }
            plan.lanes.remove(at: place)
        }
        func leaveOut(_ why: String, alias: String? = nil) {
            let reference = alias.map { Reference.alias(function: name, name: $0) } ?? .function(name: name)
            guard !plan.leftOut.contains(where: { $0.reference == reference }) else { return }
            plan.leftOut.append(PlanOmission(reference: reference, why: why))
        }
        let latest = try await functions.state(of: name, qualifier: nil)
        if let error = latest.environmentError { return leaveOut("AWS cannot read its variables: \(error)") }
        if latest.updateStatus == "InProgress" { return leaveOut("it is being updated at this moment") }
        if latest.updateStatus == "Failed" {
            return leaveOut("its last update failed: \(latest.updateReason ?? "no reason")")
        }
        if let stack = stack(of: name), change.stack == nil, !change.changes.isEmpty {
            guard writesOverStacks else {
                return leaveOut(
                    "stack \(stack) has set its variables: deploy the stack with the new value, or plan with "
                        + "--write-over-stacks, which the next deployment undoes")
            }
            plan.warnings.append(
                "\(name) belongs to stack \(stack): its next deployment puts the old value back unless the stack is changed too"
            )
        }
        let planned = Set(change.changes.map(\.variable))
        var routes: [FunctionLane.Route] = []
        var kept: String?
        for alias in (facts.aliases[name] ?? []).sorted(by: { $0.name < $1.name }) where alias.version != "$LATEST" {
            let state = try await functions.alias(alias.name, of: name)
            guard state.weights.isEmpty else {
                leaveOut("someone has given it weights: it is in the middle of another release", alias: alias.name)
                continue
            }
            let version = try await functions.state(of: name, qualifier: state.version)
            let differences = latest.differences(from: version, but: planned)
            guard differences.isEmpty else {
                leaveOut(
                    "publishing would release what is in $LATEST and not in version \(state.version): "
                        + differences.joined(separator: ", "), alias: alias.name)
                continue
            }
            let provisioned = try await functions.provisioned(on: alias.name, of: name)
            routes.append(
                FunctionLane.Route(
                    alias: alias.name, version: state.version, revision: state.revision,
                    provisioned: provisioned?.requested))
            let isSame = (planned.union([FunctionLane.marker])).allSatisfy {
                version.variables[$0] == latest.variables[$0]
            }
            if isSame { kept = kept ?? state.version }
        }
        let served = (facts.aliases[name] ?? []).contains { $0.version != "$LATEST" }
        if served, routes.isEmpty { return leaveOut("none of its aliases can be moved") }
        plan.lanes.append(
            FunctionLane(
                function: name, revision: latest.revision, codeSHA256: latest.codeSHA256, changes: change.changes,
                routes: routes, keptVersion: kept, stack: change.stack))
    }

    /// The stack whose member the function is.
    private func stack(of function: String) -> String? {
        facts.stacks.first { $0.members.contains(.function(name: function)) }?.name
    }
}
