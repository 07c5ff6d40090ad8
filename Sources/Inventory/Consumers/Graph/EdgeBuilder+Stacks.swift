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

    /// The stored values whose fingerprints were taken, against every variable.
    mutating func buildStored() {
        for (function, found) in storedMatches() {
            begin()
            for (slot, stored) in found {
                let age = stored.isCurrent ? "the current value" : "the value of version \(stored.version)"
                let field = stored.field.map { " (field \($0))" } ?? ""
                note(.storedValue, slot, stored.source, true, age + field + " is the value of")
            }
            if let row = facts.functions.first(where: { $0.common.functionName == function }) {
                settle(row, function, rights: false)
            }
        }
    }

    private func storedMatches() -> [(String, [(VariableSlot, StoredFingerprint)])] {
        var matches: [String: [(VariableSlot, StoredFingerprint)]] = [:]
        for stored in facts.stored {
            for slot in slots[stored.fingerprint] ?? [] { matches[slot.function, default: []].append((slot, stored)) }
        }
        return matches.sorted { $0.key < $1.key }
    }
}
