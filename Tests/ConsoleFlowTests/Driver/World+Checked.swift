import ConsoleViewModels
import FoundationEssentials
import Inventory
import SensitiveMemory

/// The sample account as `check` and `cost` see it.
extension World {
    static func checked() throws -> (findings: [Finding], cost: CostReport) {
        var facts = AccountFacts(account: identity.account, region: "eu-west-1", taken: now)
        facts.functions = functions
        facts.parameters = parameters
        facts.secrets = secrets
        facts.keys = keys
        let graph = ConsumerGraph(
            facts, names: NameIndex(key: FingerprintKey(try canary(String(repeating: "k", count: 32)))))
        return (FindingSearch(facts, graph: graph).findings(), CostReport(graph))
    }
}
