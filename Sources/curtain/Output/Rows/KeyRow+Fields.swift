import Inventory

extension KeyRow {
    static let fieldNames = ["aliases", "state", "manager", "spec", "origin", "rotation", "description"]

    var fields: [Field] {
        [
            Field("aliases", FieldValue(aliases)), Field("state", FieldValue(state)),
            Field("manager", FieldValue(manager)), Field("spec", FieldValue(spec)),
            Field("origin", FieldValue(origin)),
            Field(
                "rotation",
                rotation.map {
                    .object([Field("enabled", .flag($0.enabled)), Field("days", FieldValue($0.days))])
                } ?? .null),
            Field("description", FieldValue(description))
        ]
    }

    static let columns: [Column<KeyRow>] = [
        Column("NAME") { $0.common.name },
        Column("ALIASES") { $0.aliases.isEmpty ? "-" : $0.aliases.joined(separator: " ") },
        Column("STATE") { $0.state ?? "-" },
        Column("MANAGER") { $0.manager ?? "-" },
        Column("SPEC") { $0.spec ?? "-" },
        Column("ROTATION") { $0.rotation.map { $0.enabled ? $0.days.map { "every \($0) d" } ?? "on" : "off" } ?? "-" }
    ]
}
