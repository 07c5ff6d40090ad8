import Inventory

extension ParameterRow {
    static let fieldNames = ["type", "tier", "version", "kmsKey", "policies", "modifiedBy", "description"]

    var fields: [Field] {
        [
            Field("type", .text(type)), Field("tier", FieldValue(tier)), Field("version", FieldValue(version)),
            Field("kmsKey", FieldValue(kmsKey)), Field("policies", FieldValue(policies)),
            Field("modifiedBy", FieldValue(modifiedBy)), Field("description", FieldValue(description))
        ]
    }

    static let columns: [Column<ParameterRow>] = [
        Column("NAME") { $0.common.name },
        Column("TYPE") { $0.type },
        Column("TIER") { $0.tier ?? "-" },
        Column("VERSION", .right) { $0.version.map(String.init) ?? "-" },
        Column("MODIFIED") { $0.common.modified.map(Timestamp.text) ?? "-" },
        Column("KEY") { $0.kmsKey ?? "-" }
    ]
}
