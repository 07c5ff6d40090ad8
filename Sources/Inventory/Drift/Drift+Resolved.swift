import FoundationEssentials

extension Drift {
    /// What a deployment put in: by the time of the deployment and of the function.
    func resolved() -> [DriftRow] {
        var rows: [DriftRow] = []
        for stack in facts.stacks {
            for use in stack.uses where use.rule == .templateResolve || use.rule == .templateParameter {
                guard let variable = use.variable, let row = graph.functions[use.function] else { continue }
                let source = graph.known(use.source)
                if let pin = use.pin {
                    if let row = pinnedRow(use, variable, source, pin, stack) { rows.append(row) }
                } else {
                    rows += resolvedRows(use, variable, source, stack, row)
                }
            }
        }
        return rows
    }

    private func resolvedRows(
        _ use: StackFacts.Use, _ variable: String, _ source: Reference, _ stack: StackFacts, _ function: FunctionRow
    ) -> [DriftRow] {
        guard let changed = changes.changed(source) else { return [] }
        // The value is no newer than either.
        let times = [stack.deployed, function.common.modified].compactMap(\.self)
        guard let put = times.min() else { return [] }
        let plan = FollowingPlan.resolveAnew(use.function)
        let fix =
            "\(plan.command) updates \(Reference.stack(name: stack.name)) with a change on \(use.function) alone; or deploy it by "
            + "your own pipeline with such a change, for an update without any is refused"
        if put < changed {
            return [
                DriftRow(
                    reference: .variable(function: use.function, name: variable), source: source,
                    holds: changes.version(of: source, at: put), rule: .resolvedBefore, since: changed,
                    why: "\(use.detail) in \(Reference.stack(name: stack.name)), put in \(put.formatted(.iso8601))",
                    fix: fix, plan: plan)
            ]
        }
        let republish = FollowingPlan.redeploy(use.function)
        return frozen(use.function, variable, changed).map { version, made in
            DriftRow(
                reference: .variable(function: use.function, qualifier: version, name: variable), source: source,
                holds: changes.version(of: source, at: made), rule: .frozenVersion, since: changed,
                why: "version \(version) (\(aliases(use.function, version))) was published \(made.formatted(.iso8601))",
                fix: republish.command, plan: republish)
        }
    }

    private func pinnedRow(
        _ use: StackFacts.Use, _ variable: String, _ source: Reference, _ pin: String, _ stack: StackFacts
    ) -> DriftRow? {
        guard let current = changes.current(source), current.version != pin, !current.labels.contains(pin) else {
            return nil
        }
        return DriftRow(
            reference: .variable(function: use.function, name: variable), source: source,
            holds: held(pin, of: source), rule: .pinned, since: current.made,
            why: "the template of \(Reference.stack(name: stack.name)) names \(pin); current is \(current.version)",
            fix: "take \(pin) out of the reference, then deploy \(Reference.stack(name: stack.name))")
    }

    /// The version behind a label.
    func held(_ pin: String, of source: Reference) -> DriftRow.Held {
        let versions = facts.versionTimes[source] ?? []
        return .version(versions.first { $0.version == pin || $0.labels.contains(pin) }?.version ?? pin)
    }

    /// The versions behind aliases that have the variable and were published before a time.
    func frozen(_ function: String, _ variable: String, _ changed: Date) -> [(version: String, made: Date)] {
        let routes = graph.routes[function] ?? [:]
        return (facts.versions[function] ?? []).compactMap { row in
            guard let version = row.version, routes[version] != nil, let made = row.common.modified, made < changed,
                row.variables.contains(where: { $0.name == variable })
            else { return nil }
            return (version, made)
        }
    }

    func aliases(_ function: String, _ version: String) -> String {
        (graph.routes[function]?[version] ?? []).joined(separator: ", ")
    }
}
