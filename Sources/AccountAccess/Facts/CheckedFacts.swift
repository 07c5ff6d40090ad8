import AWSClient
import FoundationEssentials
import Inventory

/// An account as `check` and `cost` look at it: with what only a description of each secret tells, all its roles, and
/// where it is wanted how often the stores were called.
public struct CheckedFacts: Sendable {
    /// What is read beyond the facts.
    public struct Scope: Sendable {
        /// All roles and who may assume them.
        public var principals: Bool
        /// CloudWatch's count of the stores' calls.
        public var usage: Bool

        public init(principals: Bool = true, usage: Bool = false) {
            self.principals = principals
            self.usage = usage
        }
    }

    public let graph: ConsumerGraph
    public let principals: AccountPrincipals

    public init(graph: ConsumerGraph, principals: AccountPrincipals) {
        self.graph = graph
        self.principals = principals
    }

    /// Reads what the facts of a graph lack. What cannot be read is a gap.
    public static func load(
        _ facts: AccountFacts, names: NameIndex, calls: any AWSCalling, inventory: AccountInventory,
        _ scope: Scope = Scope()
    ) async -> CheckedFacts {
        var facts = facts
        let (listedSecrets, listedKeys, account, now) = (facts.secrets, facts.keys, facts.account, Date())
        async let described = inventory.described(listedSecrets)
        async let tagged = inventory.tagged(listedKeys)
        async let counted = scope.usage ? UsageLoader(calls: calls).load(now: now) : ([:], nil)
        let loader = PrincipalsLoader(calls: calls, account: account)
        let principals = scope.principals ? await loader.load() : AccountPrincipals()
        let (secrets, secretGap) = await described
        let (keys, keyGap) = await tagged
        let (usage, usageGap) = await counted
        facts.secrets = secrets
        facts.keys = keys
        facts.usage = usage
        facts.gaps += [secretGap, keyGap].compactMap(\.self) + principals.gaps + [usageGap].compactMap(\.self)
        return CheckedFacts(graph: ConsumerGraph(facts, names: names), principals: principals)
    }

    public var facts: AccountFacts { graph.facts }
    /// What could not be read.
    public var gaps: [String] { facts.gaps }

    public func findings(_ policy: CheckPolicy = CheckPolicy()) -> [Finding] {
        FindingSearch(facts, graph: graph, principals: principals, policy: policy).findings()
    }

    /// - Parameter regions: those that have a report of their own beside this.
    public func cost(beside regions: Set<String> = []) -> CostReport {
        CostReport(graph, countedElsewhere: regions.subtracting([facts.region]))
    }
}
