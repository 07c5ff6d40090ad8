import Inventory

extension VersionRow {
    static let shape = RowShape<VersionRow>(
        fieldNames: ["ref", "version", "current", "labels", "created", "author", "accessed", "changed"],
        fields: { row in
            [
                Field("ref", .text(row.reference.text)), Field("version", .text(row.version)),
                Field("current", .flag(row.isCurrent)), Field("labels", FieldValue(row.labels)),
                Field("created", FieldValue(row.created)), Field("author", FieldValue(row.author)),
                Field("accessed", FieldValue(row.accessed)), Field("changed", FieldValue(row.changed))
            ]
        },
        columns: [
            Column("VERSION") { $0.version },
            Column("LABELS") { row in
                let labels = row.labels.isEmpty ? "-" : row.labels.joined(separator: " ")
                return row.isCurrent && !row.labels.contains("AWSCURRENT") ? "current " + labels : labels
            },
            Column("CREATED") { $0.created.map(Timestamp.text) ?? "-" },
            Column("BY") { $0.author ?? "-" },
            Column("CHANGED") { $0.changed.isEmpty ? "-" : $0.changed.joined(separator: " ") }
        ], name: { $0.reference.text })
}
