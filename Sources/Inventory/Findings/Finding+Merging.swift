extension Finding {
    /// The findings of several regions as one list: the worst first. What is about a role or user is of the whole account and
    /// told once, and so is a secret that is in functions of several of them.
    public static func merged(_ lists: [[Finding]], plainValues: [PlainValues] = []) -> [Finding] {
        guard lists.count > 1 else { return lists.first ?? [] }
        struct Global: Hashable {
            let rule: FindingRule
            let account: String
            let reference: Reference?
        }
        var seen: Set<Global> = []
        let shared = shared(among: plainValues)
        let own = lists.joined().filter { !shared.instead.contains($0.id) }
        let all = (shared.findings.sorted { $0.id < $1.id } + own).filter { finding in
            switch finding.reference {
            case .role?, .user?:
                seen.insert(Global(rule: finding.rule, account: finding.account, reference: finding.reference)).inserted
            case .function?, .variable?, .parameter?, .secret?, .key?, .accessKey?, .alias?, .eventSourceMapping?,
                .functionURL?, .stack?, nil:
                true
            }
        }
        let order = Dictionary(uniqueKeysWithValues: FindingRule.allCases.enumerated().map { ($1, $0) })
        // Stable: within one severity and rule the regions stay in their order.
        return all.enumerated().sorted {
            ($1.element.severity, order[$0.element.rule] ?? 0, $0.offset)
                < ($0.element.severity, order[$1.element.rule] ?? 0, $1.offset)
        }.map(\.element)
    }
}
