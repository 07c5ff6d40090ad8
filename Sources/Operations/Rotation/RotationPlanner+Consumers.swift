import Inventory
import SensitiveMemory

extension RotationPlanner {
    /// Everything that uses the source: variables that hold a copy, functions that read it at run time.
    func addConsumers(
        of source: Reference, _ request: RotationRequest, to plan: inout Plan
    ) async throws(CallFailure) {
        let stored = facts.stored.filter { $0.source == source }
        plan.copiesSearched = !stored.isEmpty
        let pointer = request.subject.pointer
        if let pointer, plan.copiesSearched, !stored.contains(where: { $0.field == pointer }) {
            plan.warnings.append(
                "copies of field \(pointer) were not looked for: the value has no text of six bytes or more under that name at "
                    + "its top; if it has no such field, the first step fails before anything is changed")
        }
        var held = stored.filter { pointer == nil || $0.field == pointer }.map {
            HeldValue(fingerprint: $0.fingerprint, field: $0.field, isCurrent: $0.isCurrent)
        }
        // What is older than what the store gives out is known by where it stands.
        held += graph.formerValues(of: source).filter { pointer == nil || $0.field == pointer }.map {
            HeldValue(fingerprint: $0.fingerprint, field: $0.field, isCurrent: false, variable: $0.variable)
        }
        try await addHolders(of: held, request, to: &plan)
        if !plan.copiesSearched {
            plan.warnings.append("copies of the value were not looked for: plan with --note to find and include them")
        }
        try await addReaders(of: source, request, to: &plan)
    }

    /// The functions whose variables hold one of the values, in $LATEST or behind an alias.
    func addHolders(
        of held: [HeldValue], _ request: RotationRequest, to plan: inout Plan
    ) async throws(CallFailure) {
        let known = Dictionary(held.map { ($0.fingerprint, $0) }) { first, _ in first }
        guard !known.isEmpty else { return }
        for row in facts.functions {
            guard case .function(let name, _) = row.common.reference else { continue }
            var changes: [String: FunctionLane.Change] = [:]
            for (qualifier, variables) in inUse(row, name) {
                for variable in variables {
                    guard let value = variable.fingerprint.flatMap({ known[$0] }),
                        value.variable == nil || value.variable == variable.name
                    else { continue }
                    changes[variable.name] = FunctionLane.Change(variable: variable.name, pointer: value.field)
                    plan.holders.append(
                        PlanHolder(
                            reference: .variable(function: name, qualifier: qualifier, name: variable.name),
                            holds: value.isCurrent ? "current" : "older",
                            end: request.wishes.excluded.contains(name) ? "stays, as asked" : "gets the new value"))
                }
            }
            guard !changes.isEmpty else { continue }
            let change = FunctionChange(function: name, changes: changes.values.sorted { $0.variable < $1.variable })
            try await add(change, to: &plan, request)
        }
    }

    /// The functions that read the source at run time.
    private func addReaders(
        of source: Reference, _ request: RotationRequest, to plan: inout Plan
    ) async throws(CallFailure) {
        for row in graph.usedBy(source) {
            guard case .function(let name, _) = row.reference else { continue }
            guard let reading = ReadingEvidence(row) else { continue }
            let change = FunctionChange(function: name)
            switch reading.way {
            case .runTime, .extension:
                plan.readers.append(
                    PlanReader(reference: row.reference, via: reading.words, until: reading.until))
                try await add(change, to: &plan, request)
            case .pinned:
                plan.leftOut.append(
                    PlanOmission(
                        reference: row.reference,
                        why: "it names a version (\(reading.words)): it keeps the old value until that is changed"))
            case .template(let stack):
                guard !plan.lanes.contains(where: { $0.function == name }) else { continue }
                try await addResolved(name, by: stack, from: source, request, to: &plan)
            case .permitted:
                guard request.wishes.included.contains(name) else {
                    plan.leftOut.append(
                        PlanOmission(
                            reference: row.reference,
                            why:
                                "it may read the value, but nothing says that it does; --include \(name) makes it start anew"
                        ))
                    continue
                }
                plan.readers.append(PlanReader(reference: row.reference, via: reading.words, until: reading.until))
                try await add(change, to: &plan, request)
            }
        }
    }

    func add(
        _ change: FunctionChange, to plan: inout Plan, _ request: RotationRequest
    ) async throws(CallFailure) {
        guard !request.wishes.excluded.contains(change.function) else {
            plan.leftOut.append(PlanOmission(reference: .function(name: change.function), why: "left out as asked"))
            return
        }
        try await add(change, to: &plan, writesOverStacks: request.wishes.writesOverStacks)
    }

    /// The variables of $LATEST and of the versions that aliases send traffic to.
    private func inUse(_ row: FunctionRow, _ name: String) -> [(String?, [FunctionRow.Variable])] {
        let aliases = facts.aliases[name] ?? []
        let routed = Set(aliases.flatMap { [$0.version] + $0.weights.keys })
        let versions = (facts.versions[name] ?? []).filter { $0.version.map(routed.contains) ?? false }
        return [(nil, row.variables)] + versions.map { ($0.version, $0.variables) }
    }
}
