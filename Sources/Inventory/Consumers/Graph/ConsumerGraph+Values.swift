extension ConsumerGraph {
    /// The slots of a function's variables that may hold a secret.
    func ownSlots(_ name: String) -> [VariableSlot] {
        func slots(_ row: FunctionRow, _ version: String?) -> [VariableSlot] {
            row.variables.filter(\.mayBeSecret).map { VariableSlot(function: name, version: version, name: $0.name) }
        }
        return (functions[name].map { slots($0, nil) } ?? [])
            + (facts.versions[name] ?? []).flatMap { slots($0, $0.version) }
    }

    /// The other variables that hold the same value.
    func sameValue(as slot: VariableSlot) -> [VariableSlot] {
        guard let variable = variable(slot), variable.mayBeSecret, let fingerprint = variable.fingerprint else {
            return []
        }
        return (slots[fingerprint] ?? []).filter { $0.reference != slot.reference }
    }

    func variable(_ slot: VariableSlot) -> FunctionRow.Variable? {
        let row =
            slot.version.map { version in facts.versions[slot.function]?.first { $0.version == version } }
            ?? functions[slot.function]
        return row?.variables.first { $0.name == slot.name }
    }

    /// Why the function depends on a variable: it is its own, or one of its own holds the same value.
    func variableEvidence(_ name: String, _ slot: VariableSlot) -> [Evidence] {
        guard let variable = variable(slot) else { return [] }
        var result: [Evidence] = []
        if name == slot.function, variable.mayBeSecret {
            result.append(
                Evidence(.ownVariable, "its own variable" + (slot.version.map { ", in version \($0)" } ?? "")))
        }
        let others = sameValue(as: slot).filter { $0.function == name && name != slot.function }
        return result + sameValueEvidence(others, of: name)
    }

    /// That some of a function's variables hold the value that is asked about.
    func sameValueEvidence(_ slots: [VariableSlot], of name: String) -> [Evidence] {
        var group: [String: SlotGroup] = [:]
        for slot in slots { group[slot.name, default: SlotGroup()].add(slot.version) }
        return group.sorted(by: { $0.key < $1.key }).map { variable, group in
            Evidence(
                .sameVariable, "the same value is in \(variable), \(group.words(routes[name] ?? [:]))",
                via: group.via(name, variable))
        }
    }
}
