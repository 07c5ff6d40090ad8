import Inventory

extension Finding {
    static let shape = RowShape<Finding>(
        fieldNames: ["id", "severity", "ref", "title", "evidence", "why", "fix", "rule", "account", "region"],
        fields: {
            [
                Field("id", .text($0.id)), Field("severity", .text($0.severity.rawValue)),
                Field("ref", FieldValue($0.reference?.text)), Field("title", .text($0.title)),
                Field("evidence", .text($0.evidence)), Field("why", .text($0.why)), Field("fix", .text($0.fix)),
                Field("rule", .text($0.rule.rawValue)), Field("account", .text($0.account)),
                Field("region", .text($0.region))
            ]
        },
        columns: [
            Column("SEVERITY") { $0.severity.rawValue }, Column("REF") { $0.reference?.text ?? "-" },
            Column("RULE") { $0.rule.rawValue }, Column("EVIDENCE") { $0.evidence }
        ], name: { $0.reference?.text ?? $0.id })
}
