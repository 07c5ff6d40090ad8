import Inventory

extension SecretRow {
    static let fieldNames = [
        "rotation", "versions", "accessed", "kmsKey", "replicas", "owner", "deleting", "description", "fields",
        "primaryRegion"
    ]

    /// The kind's own fields. The names of a JSON secret's fields are part of its value: `fields` is null.
    var fields: [Field] {
        [
            Field("rotation", rotation.value), Field("versions", .list(versions.map(\.value))),
            Field("accessed", FieldValue(accessed)), Field("kmsKey", FieldValue(kmsKey)),
            Field("replicas", replicas.map { FieldValue($0) } ?? .null), Field("owner", FieldValue(owner)),
            Field("deleting", FieldValue(deleting)), Field("description", FieldValue(description)),
            Field("fields", .null), Field("primaryRegion", FieldValue(primaryRegion))
        ]
    }

    static let columns: [Column<SecretRow>] = [
        Column("NAME") { $0.common.name },
        Column("ROTATION") { $0.rotation.words },
        Column("LAST ROTATED") { $0.rotation.last.map(Timestamp.text) ?? "-" },
        Column("ACCESSED") { $0.accessed.map(Timestamp.text) ?? "-" },
        Column("MODIFIED") { $0.common.modified.map(Timestamp.text) ?? "-" },
        Column("OWNER") { $0.deleting.map { "deleted on " + Timestamp.text($0) } ?? $0.owner ?? $0.replicaWords ?? "-" }
    ]
}

extension SecretRow {
    fileprivate var replicaWords: String? { isReplica ? primaryRegion.map { "replica of " + $0 } : nil }
}

extension SecretRow.Rotation {
    fileprivate var words: String {
        guard enabled else { return "off" }
        return days.map { "every \($0) d" } ?? "on"
    }

    fileprivate var value: FieldValue {
        .object([
            Field("enabled", .flag(enabled)), Field("days", FieldValue(days)), Field("next", FieldValue(next)),
            Field("last", FieldValue(last)), Field("functionArn", FieldValue(functionARN))
        ])
    }
}

extension SecretRow.Version {
    fileprivate var value: FieldValue {
        .object([Field("id", .text(id)), Field("stages", FieldValue(stages))])
    }
}
