import Inventory

extension ConsumerRow {
    /// A row of `used-by` and `reach`.
    static let shape = RowShape<ConsumerRow>(
        fieldNames: ["ref", "kind", "name", "via", "evidence", "certainty"],
        fields: { row in
            [
                Field("ref", .text(row.reference.text)), Field("kind", .text(row.reference.kindWord)),
                Field("name", .text(row.reference.shortName)), Field("via", FieldValue(row.via?.text)),
                Field("evidence", .list(row.evidence.map(\.value))), Field("certainty", .text(row.certainty.rawValue))
            ]
        },
        columns: [
            Column("REF") { $0.reference.text },
            Column("CERTAINTY") { $0.certainty.rawValue },
            Column("EVIDENCE") { $0.kinds.map(\.rawValue).joined(separator: " ") },
            Column("VIA") { $0.via?.text ?? "-" },
            Column("WHY") { $0.evidence.first?.detail ?? "" }
        ],
        name: { $0.reference.text })
}

extension Evidence {
    fileprivate var value: FieldValue {
        .object([
            Field("kind", .text(kind.rawValue)), Field("detail", .text(detail)), Field("rule", .text(rule.rawValue)),
            Field("via", FieldValue(via?.text)), Field("certainty", .text(certainty.rawValue))
        ])
    }
}
