import FoundationEssentials

extension Drift {
    /// What variables hold of stored values, by fingerprint: only what runs, $LATEST or behind an alias.
    func copies() -> [DriftRow] {
        var rows: [DriftRow] = []
        let held = graph.lineage.held
        for item in held where item.stored?.isCurrent != true {
            // Equal versions: what is current is current, whatever else it equals.
            let isCurrent = held.contains {
                $0.slot.reference == item.slot.reference && $0.source == item.source && $0.stored?.isCurrent == true
            }
            guard !isCurrent, isRunning(item.slot), !rows.contains(where: { $0.reference == item.slot.reference })
            else {
                continue
            }
            if let row = row(item) { rows.append(row) }
        }
        return rows
    }

    /// A version behind an alias counts only where $LATEST does not hold the same.
    private func isRunning(_ slot: VariableSlot) -> Bool {
        guard let version = slot.version else { return true }
        guard graph.routes[slot.function]?[version] != nil else { return false }
        let latest = graph.functions[slot.function]?.variables.first { $0.name == slot.name }?.fingerprint
        let own = facts.versions[slot.function]?.first { $0.version == version }?
            .variables.first { $0.name == slot.name }?.fingerprint
        return latest != own
    }

    private func row(_ item: ValueLineage.Held) -> DriftRow? {
        let slot = item.slot
        let since = changes.changed(item.source)
        let set = FollowingPlan.set(slot.function, slot.name)
        let read = "; better: read it at run time, or by a dynamic reference"
        if let stored = item.stored {
            let frozen = slot.version != nil && !isOld(slot)
            let field = stored.field.map { " (field \($0))" } ?? ""
            return DriftRow(
                reference: slot.reference, source: item.source, holds: .version(stored.version),
                rule: frozen ? .frozenVersion : .copied, since: since,
                why: "its value is that of version \(stored.version)\(field)",
                fix: frozen ? FollowingPlan.redeploy(slot.function).command : set.command + read,
                plan: frozen ? .redeploy(slot.function) : set)
        }
        guard let known = item.knownBy else { return nil }
        return DriftRow(
            reference: slot.reference, source: item.source, holds: .older, rule: .olderCopy, since: since,
            why: known.reference == slot.reference
                ? "another version of the function holds a stored version there"
                : "the same value stood in \(known.reference), where a stored version stands now",
            fix: set.command + read, plan: set)
    }

    /// Whether $LATEST holds an older value too.
    private func isOld(_ slot: VariableSlot) -> Bool {
        !graph.lineage.held.contains {
            $0.slot.function == slot.function && $0.slot.version == nil && $0.slot.name == slot.name
                && $0.stored?.isCurrent == true
        }
    }
}
