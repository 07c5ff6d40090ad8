import FoundationEssentials
import SensitiveMemory

extension Drift {
    /// Variables that name one version of their source.
    func pinned() -> [DriftRow] {
        graph.pinnedVariables.compactMap { pinned in
            guard let current = changes.current(pinned.source) ?? known(pinned.source) else { return nil }
            let names = candidates(pinned.source)
            let pin = names.first { graph.names.fingerprint(ofName: $0) == pinned.pin }
            guard pin != current.version, pin.map(current.labels.contains) != true else { return nil }
            let plan = FollowingPlan.set(pinned.slot.function, pinned.slot.name)
            let words = pin.map { "it names \($0)" } ?? "it names a label or version that is not listed"
            return DriftRow(
                reference: pinned.slot.reference, source: pinned.source,
                holds: pin.map { held($0, of: pinned.source) } ?? .unknown, rule: .pinned, since: current.made,
                why: "\(words); current is \(current.version)",
                fix: "name it without a version, by \(plan.command)", plan: plan)
        }
    }

    /// The current version by the list alone.
    private func known(_ source: Reference) -> VersionTime? {
        if let row = facts.parameters.first(where: { $0.common.reference == source }), let number = row.version {
            return row.common.modified.map {
                VersionTime(version: String(number), made: $0, isCurrent: true, labels: [])
            }
        }
        guard let row = facts.secrets.first(where: { $0.common.reference == source }),
            let current = row.versions.first(where: { $0.stages.contains("AWSCURRENT") })
        else { return nil }
        return row.common.modified.map {
            VersionTime(version: current.id, made: $0, isCurrent: true, labels: current.stages)
        }
    }

    /// What may stand behind the name: version numbers, ids, stages and labels.
    private func candidates(_ source: Reference) -> [String] {
        let times = facts.versionTimes[source] ?? []
        var names = times.map(\.version) + times.flatMap(\.labels)
        if let row = facts.parameters.first(where: { $0.common.reference == source }), let number = row.version {
            names += (1...max(number, 1)).map(String.init)
        }
        if let row = facts.secrets.first(where: { $0.common.reference == source }) {
            names += row.versions.flatMap { [$0.id] + $0.stages }
        }
        return names
    }
}

extension ConsumerGraph {
    /// A variable that names a version, by the fingerprint of what stands behind the name.
    struct Pinned: Sendable {
        let slot: VariableSlot
        let source: Reference
        let pin: Fingerprint
    }

    /// In $LATEST and behind aliases.
    var pinnedVariables: [Pinned] {
        facts.functions.flatMap { function -> [Pinned] in
            let name = function.common.functionName
            let live = (facts.versions[name] ?? []).filter { row in
                row.version.map { routes[name]?[$0] != nil } ?? false
            }
            return [(function, nil)].map { pinned($0.0, name, $0.1) }.flatMap(\.self)
                + live.flatMap { pinned($0, name, $0.version) }.filter { version in
                    // The same as in $LATEST is told there.
                    !function.variables.contains {
                        $0.name == version.slot.name && $0.mentions.contains { $0.pin == version.pin }
                    }
                }
        }
    }

    private func pinned(_ row: FunctionRow, _ name: String, _ version: String?) -> [Pinned] {
        row.variables.flatMap { variable in
            variable.mentions.compactMap { mention -> Pinned? in
                guard let pin = mention.pin, let match = names.match(mention.fingerprint, variable: variable.name),
                    match.form != .word
                else { return nil }
                return Pinned(
                    slot: VariableSlot(function: name, version: version, name: variable.name), source: match.reference,
                    pin: pin)
            }
        }
    }

    /// What variables hold of stored values.
    var lineage: ValueLineage { ValueLineage(facts.stored, slots: slots) }
}
