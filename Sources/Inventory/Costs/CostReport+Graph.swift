extension CostReport {
    /// The costs of everything that a graph was made of.
    ///
    /// - Parameter countedElsewhere: regions that have a report of their own.
    public init(_ graph: ConsumerGraph, countedElsewhere: Set<String> = []) {
        let facts = graph.facts
        let unused = facts.keys.filter { row in
            row.isCustomers && graph.usedBy(row.common.reference).allSatisfy(\.isOnlyAllowed)
        }
        let shared = facts.secretPolicies.filter { !$0.value.statements.isEmpty }.keys
        self.init(
            functions: facts.functions, parameters: facts.parameters, secrets: facts.secrets, keys: facts.keys,
            unusedKeys: Set(unused.map(\.common.reference)), sharedSecrets: Set(shared),
            calls: CallCount(facts.reads, in: facts.readWindows, usage: facts.usage),
            countedElsewhere: countedElsewhere,
            now: facts.taken)
    }
}
