import Inventory

/// An account as `check` and `cost` look at it: with what only a description of each secret tells, and all its roles.
public struct CheckedFacts: Sendable {
    public let graph: ConsumerGraph
    public let principals: AccountPrincipals

    public init(graph: ConsumerGraph, principals: AccountPrincipals) {
        self.graph = graph
        self.principals = principals
    }

    /// What could not be read.
    public var gaps: [String] { graph.facts.gaps }
    public var findings: [Finding] {
        FindingSearch(graph.facts, graph: graph, principals: principals).findings()
    }
    public var cost: CostReport { CostReport(graph) }
}
