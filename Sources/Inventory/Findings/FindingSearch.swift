import FoundationEssentials

/// Looks for everything that is wrong in what was read of one account and region.
public struct FindingSearch: Sendable {
    let facts: AccountFacts
    let graph: ConsumerGraph
    let principals: AccountPrincipals
    let policy: CheckPolicy

    public init(
        _ facts: AccountFacts, graph: ConsumerGraph, principals: AccountPrincipals = AccountPrincipals(),
        policy: CheckPolicy = CheckPolicy()
    ) {
        self.facts = facts
        self.graph = graph
        self.principals = principals
        self.policy = policy
    }

    /// All findings, the worst first, then by rule and thing.
    public func findings() -> [Finding] {
        let found =
            plainSecrets() + sharedSecrets() + oldLiterals() + templateSecrets() + plainParameters() + rotations()
            + keyRotations() + unused() + expiring() + unusableKeys() + deletions() + replicas() + environments()
            + limits() + fullValues() + readers() + defaultKeys() + extensions()
        let order = Dictionary(uniqueKeysWithValues: FindingRule.allCases.enumerated().map { ($1, $0) })
        return found.sorted {
            ($1.severity, order[$0.rule] ?? 0, $0.reference?.text ?? $0.id)
                < ($0.severity, order[$1.rule] ?? 0, $1.reference?.text ?? $1.id)
        }
    }

    func finding(
        _ rule: FindingRule, _ reference: Reference?, about subject: String = "", _ evidence: String,
        severity: Severity? = nil, fix: String? = nil
    ) -> Finding {
        Finding(
            rule, reference, about: subject, evidence, severity: severity, fix: fix,
            in: facts.place)
    }

    /// Whole days between the time and now; negative for the future.
    func days(since time: Date) -> Int { Int((facts.taken.timeIntervalSince(time) / 86_400).rounded(.down)) }

    /// Those that use the thing for another reason than that they may.
    func users(of reference: Reference) -> [ConsumerRow] { graph.usedBy(reference).filter { !$0.isOnlyAllowed } }
}

extension [Reference] {
    /// The first few in words: `fn:a, fn:b and 3 more`.
    var fewWords: String {
        let shown = prefix(4).map(\.text).joined(separator: ", ")
        return count > 4 ? "\(shown) and \(count - 4) more" : shown
    }
}
