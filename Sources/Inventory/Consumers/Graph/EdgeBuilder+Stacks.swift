extension EdgeBuilder {
    /// What the template says of its functions, and what the stack has made.
    mutating func build(_ stack: StackFacts) {
        let reference = Reference.stack(name: stack.name)
        for use in stack.uses {
            let place = use.variable.map { "\(use.function), variable \($0)" } ?? use.function
            add(
                .function(name: use.function), use.source,
                Evidence(use.rule, use.detail + (use.variable.map { " in \($0)" } ?? ""), via: reference))
            add(reference, use.source, Evidence(use.rule, "\(use.detail) for \(place)"))
        }
        for member in stack.members {
            add(reference, known(member), Evidence(.templateMember, "it is a resource of the stack"))
        }
    }

    private func known(_ member: Reference) -> Reference {
        if case .key(let id) = member { keys.reference(id) ?? member } else { member }
    }

    /// The stored values whose fingerprints were taken, and what stood in their place before, against every variable.
    mutating func buildStored() {
        let held = Dictionary(grouping: ValueLineage(facts.stored, slots: slots).held, by: \.slot.function)
        for row in facts.functions {
            guard let found = held[row.common.functionName] else { continue }
            begin()
            for item in found {
                if let stored = item.stored {
                    let age = stored.isCurrent ? "the current value" : "the value of version \(stored.version)"
                    let field = stored.field.map { " (field \($0))" } ?? ""
                    note(.storedValue, item.slot, item.source, true, age + field + " is the value of")
                } else {
                    note(.olderValue, item.slot, item.source, true, "a value that is no longer stored is the value of")
                }
            }
            settle(row, row.common.functionName, rights: false)
        }
    }
}
