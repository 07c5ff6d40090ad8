import Inventory

extension Finding {
    static let shape = RowShape<Finding>(
        fieldNames: ["id", "severity", "ref", "title", "evidence", "why", "fix", "plan", "rule", "account", "region"],
        fields: {
            [
                Field("id", .text($0.id)), Field("severity", .text($0.severity.rawValue)),
                Field("ref", FieldValue($0.reference?.text)), Field("title", .text($0.title)),
                Field("evidence", .text($0.evidence)), Field("why", .text($0.why)), Field("fix", .text($0.fix)),
                Field("plan", $0.plan?.value ?? .null),
                Field("rule", .text($0.rule.rawValue)), Field("account", .text($0.account)),
                Field("region", .text($0.region))
            ]
        },
        columns: [
            Column("SEVERITY") { $0.severity.rawValue }, Column("REF") { $0.reference?.text ?? "-" },
            Column("RULE") { $0.rule.rawValue }, Column("EVIDENCE") { $0.evidence }
        ], name: { $0.reference?.text ?? $0.id })
}

extension FollowingPlan {
    /// The command, and what the place costs a month before and after.
    var value: FieldValue {
        .object([
            Field("command", .text(command)),
            Field("monthlyBefore", monthlyBefore.map { .fraction(($0 * 10_000).rounded() / 10_000) } ?? .null),
            Field("monthlyAfter", monthlyAfter.map { .fraction(($0 * 10_000).rounded() / 10_000) } ?? .null)
        ])
    }
}
