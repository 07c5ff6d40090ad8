/// What functions of one place use of another: by ARN, by a right, by an equal value. One rule for both directions, as in a
/// graph of one place.
struct ConsumerCrossing: Sendable {
    private let here: ConsumerGraph
    private let there: ConsumerGraph
    private let incoming: [Reference: [ConsumerEdge]]
    private let outgoing: [Reference: [ConsumerEdge]]

    init(from here: ConsumerGraph, to there: ConsumerGraph, reads: [AccessEvent]) {
        self.here = here
        self.there = there
        let edges = EdgeBuilder.crossing(from: here, to: there, reads: reads)
        incoming = Dictionary(grouping: edges, by: \.source)
        outgoing = Dictionary(grouping: edges, by: \.consumer)
    }

    /// What here uses the thing there.
    func usedBy(_ source: Reference) -> [ConsumerRow] {
        var found = Gathered()
        for edge in incoming[source] ?? [] { found.add(edge.consumer, edge.evidence) }
        for function in here.facts.functions {
            for evidence in asked(function, source) {
                found.add(.function(name: function.common.functionName), evidence)
            }
        }
        if case .key = source {
            for edge in there.direct(to: source) where edge.evidence.rule == .encryptedUnder {
                for inner in incoming[edge.consumer] ?? [] {
                    found.add(inner.consumer, inner.evidence.through(edge.consumer))
                }
            }
        }
        return found.rows
    }

    /// What there is used by the function or stack here.
    func reach(_ consumer: Reference) -> [ConsumerRow] {
        var found = Gathered()
        for edge in outgoing[consumer] ?? [] {
            found.add(edge.source, edge.evidence)
            for key in there.direct(from: edge.source) where key.evidence.rule == .encryptedUnder {
                found.add(key.source, edge.evidence.through(edge.source))
            }
        }
        if case .function(let name, _) = consumer, let function = here.functions[name] {
            for source in askable(function, name) {
                for evidence in asked(function, source) { found.add(source, evidence) }
            }
        }
        return found.rows
    }

    private var isSameAccount: Bool { here.facts.account == there.facts.account }

    /// The evidence that is not written down but decided.
    private func asked(_ function: FunctionRow, _ source: Reference) -> [Evidence] {
        if case .variable(let owner, let version, let variable) = source {
            return sameValue(
                function.common.functionName, VariableSlot(function: owner, version: version, name: variable))
        }
        guard isSameAccount, let thing = there.rights.things[source] else { return [] }
        return there.rights.evidence(function: function, of: thing)
    }

    private func askable(_ function: FunctionRow, _ name: String) -> [Reference] {
        var result: [Reference] = []
        var seen: Set<Reference> = []
        func add(_ reference: Reference) { if seen.insert(reference).inserted { result.append(reference) } }
        if isSameAccount, let role = function.role {
            for thing in there.rights.candidates(role: role) { add(thing.reference) }
        }
        for slot in here.ownSlots(name) {
            guard let fingerprint = here.variable(slot)?.fingerprint else { continue }
            for other in there.slots[fingerprint] ?? [] { add(other.reference) }
        }
        return result
    }

    /// The function's variables that hold what the slot there holds.
    private func sameValue(_ name: String, _ slot: VariableSlot) -> [Evidence] {
        guard let variable = there.variable(slot), variable.mayBeSecret, let fingerprint = variable.fingerprint else {
            return []
        }
        return here.sameValueEvidence(
            (here.slots[fingerprint] ?? []).filter { $0.function == name }, of: name)
    }
}
