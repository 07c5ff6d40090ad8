import Inventory

extension DriftRow {
    /// A row of `drift`.
    static let shape = RowShape<DriftRow>(
        fieldNames: ["ref", "source", "holds", "since", "fix", "rule", "why", "until", "certainty", "plan"],
        fields: { row in
            [
                Field("ref", .text(row.reference.text)), Field("source", .text(row.source.text)),
                Field("holds", .text(row.holds.word)), Field("since", FieldValue(row.since)),
                Field("fix", .text(row.fix)),
                Field("rule", .text(row.rule.rawValue)), Field("why", .text(row.why)),
                Field("until", FieldValue(row.until)),
                Field("certainty", .text(row.certainty.rawValue)), Field("plan", row.plan?.value ?? .null)
            ]
        },
        columns: [
            Column("REF") { $0.reference.text },
            Column("SOURCE") { $0.source.text },
            Column("HOLDS") { $0.holds.word },
            Column("SINCE") { $0.since.map(Timestamp.text) ?? "-" },
            Column("WHY") { "\($0.rule.title.lowercased()): \($0.why)" },
            Column("FIX") { $0.fix }
        ],
        name: { $0.reference.text })
}
