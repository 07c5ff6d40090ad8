import AccountAccess
import Inventory

/// An account as `check` and `cost` look at it: the facts, all roles, and what only a description of each secret tells.
struct CheckedAccount: Sendable {
    private(set) var facts: AccountFacts
    let names: NameIndex
    let principals: AccountPrincipals

    static func load(_ session: Session, _ options: FactsOptions) async throws -> CheckedAccount {
        let account = try await AccountGraph.load(
            session, options, asked: nil, sources: { $0.secrets.map(\.common.reference) })
        let reader = try AccountReader(session)
        var facts = account.facts
        let loader = PrincipalsLoader(calls: reader.client, account: facts.account)
        let (listedSecrets, listedKeys) = (facts.secrets, facts.keys)
        async let described = reader.inventory.described(listedSecrets)
        async let tagged = reader.inventory.tagged(listedKeys)
        async let loaded = options.scope.policies ? loader.load() : AccountPrincipals()
        let (rows, gap) = await described
        facts.secrets = rows
        let (keys, keyGap) = await tagged
        facts.keys = keys
        facts.gaps += [gap, keyGap].compactMap(\.self)
        let principals = await loaded
        facts.gaps += principals.gaps
        return CheckedAccount(facts: facts, names: account.names, principals: principals)
    }

    var graph: ConsumerGraph { ConsumerGraph(facts, names: names) }

    func findings(_ policy: CheckPolicy) -> [Finding] {
        FindingSearch(facts, graph: graph, principals: principals, policy: policy).findings()
    }

    /// - Parameter regions: those that have a report of their own beside this.
    func cost(beside regions: Set<String>) -> CostReport {
        CostReport(graph, countedElsewhere: regions.subtracting([facts.region]))
    }
}
