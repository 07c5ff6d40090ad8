import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// Reads what it takes to say who depends on what in one account and region.
///
/// The four lists come first, side by side with roles and stacks; what belongs to single things follows. What cannot be
/// read does not end the rest: it is a line of `gaps`.
public struct FactsLoader: Sendable {
    /// Calls in flight: a share of what the control planes bear.
    static let limit = 8
    /// More resource policies than this are not read unless a secret is asked for.
    static let policyLimit = 200

    let calls: any AWSCalling
    let inventory: AccountInventory
    let account: String

    public init(calls: any AWSCalling, inventory: AccountInventory, account: String) {
        self.calls = calls
        self.inventory = inventory
        self.account = account
    }

    /// The facts, and the names in them as fingerprints.
    ///
    /// - Throws: when none of the lists can be read; then the first one's failure.
    public func load(
        _ scope: FactsScope = FactsScope(), now: Date
    ) async throws(OperationFailure) -> (facts: AccountFacts, names: NameIndex) {
        let rows = RowCollector()
        async let roles = scope.policies ? loadRoles() : RolesAnswer()
        async let all = scope.stacks ? loadStackList() : StacksAnswer()
        let failures = await inventory.load(
            ResourceKind.allCases, options: { ListOptions(detail: $0 == .key, early: true) },
            each: { await rows.take($1) })
        if failures.count == ResourceKind.allCases.count, let failure = failures[.function] { throw failure }
        var facts = AccountFacts(account: account, region: inventory.functions.region, taken: now)
        facts = await rows.filled(facts)
        facts.gaps += ResourceKind.allCases.compactMap { failures[$0]?.message }
        facts.gaps += await rows.problems
        let answer = await roles
        facts.gaps += answer.gaps
        if scope.policies { await resolve(answer, in: &facts) }
        let (functions, keyRows, secrets) = (facts.functions, facts.keys, facts.secrets)
        async let versions = scope.versions ? loadVersions(functions) : VersionsAnswer()
        async let keys = scope.policies ? loadKeyAccess(keyRows) : KeysAnswer()
        async let policies = scope.policies ? loadSecretPolicies(secrets, scope.secrets) : SecretsAnswer()
        (await versions).fill(&facts)
        (await keys).fill(&facts)
        (await policies).fill(&facts)
        let names = await inventory.names.index
        let stacks = await all
        facts.gaps += stacks.gaps
        if scope.stacks { await loadTemplates(of: stacks.stacks, names: names, into: &facts) }
        return (facts, names)
    }
}
