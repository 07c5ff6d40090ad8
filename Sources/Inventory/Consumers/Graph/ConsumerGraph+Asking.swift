extension ConsumerGraph {
    /// Everything that uses the thing, with the evidence: what certainly does first, then by reference.
    public func usedBy(_ reference: Reference) -> [ConsumerRow] {
        let source = known(reference)
        var found = Gathered()
        for edge in direct(to: source) { found.add(edge.consumer, edge.evidence) }
        for function in facts.functions {
            for evidence in asked(function, source) {
                found.add(.function(name: function.common.functionName), evidence)
            }
        }
        if let thing = rights.things[source] {
            for principal in rights.principals {
                for evidence in rights.evidence(principal: principal, of: thing) { found.add(principal, evidence) }
            }
        }
        if case .key = source {
            for edge in direct(to: source) where edge.evidence.rule == .encryptedUnder {
                for inner in direct(to: edge.consumer) where inner.consumer != source {
                    found.add(inner.consumer, inner.evidence.through(edge.consumer))
                }
            }
        }
        return found.rows
    }

    /// Everything that the function, role, user or stack reads or may read, with the evidence.
    public func reach(_ reference: Reference) -> [ConsumerRow] {
        let consumer = known(reference)
        var found = Gathered()
        for edge in direct(from: consumer) {
            found.add(edge.source, edge.evidence)
            for key in direct(from: edge.source) where key.evidence.rule == .encryptedUnder {
                found.add(key.source, edge.evidence.through(edge.source))
            }
        }
        if case .function(let name, _) = consumer, let function = functions[name] {
            for source in askable(function, name) {
                for evidence in asked(function, source) { found.add(source, evidence) }
            }
        }
        for thing in rights.candidates(principal: consumer) {
            for evidence in rights.evidence(principal: consumer, of: thing) { found.add(thing.reference, evidence) }
        }
        return found.rows
    }

    /// The evidence between a function and a thing that is not written down but decided: the one rule that both
    /// directions ask.
    private func asked(_ function: FunctionRow, _ source: Reference) -> [Evidence] {
        let name = function.common.functionName
        var result: [Evidence] = []
        if case .variable(let owner, let version, let variable) = source {
            return variableEvidence(name, VariableSlot(function: owner, version: version, name: variable))
        }
        guard let thing = rights.things[source] else { return prefixEvidence(name, source, mayRead: false) }
        let right = rights.evidence(function: function, of: thing)
        result += right
        result += prefixEvidence(name, source, mayRead: !right.isEmpty)
        if case .key = source, !right.isEmpty { result += ciphertextEvidence(function, name) }
        return result
    }

    /// Everything for which `asked` may have an answer.
    private func askable(_ function: FunctionRow, _ name: String) -> [Reference] {
        var result: [Reference] = []
        var seen: Set<Reference> = []
        func add(_ reference: Reference) { if seen.insert(reference).inserted { result.append(reference) } }
        if let role = function.role { for thing in rights.candidates(role: role) { add(thing.reference) } }
        for (path, _) in prefixes[name] ?? [] {
            for reference in rights.things.keys where reference.isBelow(path) { add(reference) }
        }
        for slot in ownSlots(name) {
            add(slot.reference)
            for other in sameValue(as: slot) { add(other.reference) }
        }
        return result
    }

    private func prefixEvidence(_ name: String, _ source: Reference, mayRead: Bool) -> [Evidence] {
        (prefixes[name] ?? []).compactMap { path, slot in
            guard source.isBelow(path) else { return nil }
            return Evidence(
                .variablePrefix, "\(path), which it is below, is the value of \(slot.name)", via: slot.reference,
                certainty: mayRead ? .likely : .possible)
        }
    }

    /// A ciphertext may be under any key that the role may decrypt with.
    private func ciphertextEvidence(_ function: FunctionRow, _ name: String) -> [Evidence] {
        let held = ciphertexts[name] ?? []
        let pointing = pointers[name] ?? []
        guard !held.isEmpty || !pointing.isEmpty else { return [] }
        let usable = facts.keys.count { row in
            rights.things[row.common.reference].map { !rights.evidence(function: function, of: $0).isEmpty } ?? false
        }
        let others = usable > 1 ? "; one of \(usable) keys that it may decrypt with" : ""
        return held.map {
            Evidence(
                .ciphertext, "a ciphertext is the value of \($0.name)\(others)", via: $0.reference,
                certainty: usable == 1 ? .likely : .possible)
        }
            + pointing.map {
                Evidence(
                    .storedCiphertext, "\($0.slot.name) points into \($0.target), which it may read\(others)",
                    via: $0.slot.reference, certainty: usable == 1 ? .likely : .possible)
            }
    }
}

extension Reference {
    /// Whether the name is below the path.
    fileprivate func isBelow(_ path: String) -> Bool {
        switch self {
        case .secret(let name, _, _), .parameter(let name, _): PrefixTable.covers(path, name)
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            false
        }
    }
}

extension Evidence {
    /// The same evidence for what is behind the thing.
    func through(_ thing: Reference) -> Evidence {
        Evidence(rule, "through \(thing): \(detail)", via: thing, certainty: certainty)
    }
}
