import Inventory

extension FunctionRow {
    static let fieldNames = [
        "runtime", "state", "lastUpdateStatus", "version", "revisionId", "role", "kmsKey", "variables",
        "environmentBytes", "aliases"
    ]

    /// The kind's own fields. Share mode leaves out every size.
    func fields(share: Bool) -> [Field] {
        [
            Field("runtime", FieldValue(runtime)), Field("state", FieldValue(state)),
            Field("lastUpdateStatus", FieldValue(lastUpdateStatus)), Field("version", FieldValue(version)),
            Field("revisionId", FieldValue(revisionID)), Field("role", FieldValue(role)),
            Field("kmsKey", FieldValue(kmsKey)),
            Field("variables", variablesError == nil ? .list(variables.map { $0.value(share: share) }) : .null)
        ] + (share ? [] : [Field("environmentBytes", .number(environmentBytes))]) + [
            Field("aliases", aliases.map { .list($0.map(\.value)) } ?? .null)
        ]
    }

    static let columns: [Column<FunctionRow>] = [
        Column("NAME") { $0.common.name },
        Column("RUNTIME") { $0.runtime ?? "-" },
        Column("ENV", .right) { $0.variablesError == nil ? String($0.variables.count) : "?" },
        Column("LIT", .right) { $0.count(of: [.literal]) },
        Column("REF", .right) { $0.count(of: [.secret, .parameter, .ciphertext]) },
        Column("STATE") { $0.state ?? "-" },
        Column("MODIFIED") { $0.common.modified.map(Timestamp.text) ?? "-" }
    ]

    private func count(of sources: Set<Variable.Source>) -> String {
        variablesError == nil ? String(variables.count { sources.contains($0.source) }) : "?"
    }
}

extension FunctionRow.Variable {
    /// `{name, size, source, of}`: nothing that tells more of the value than its class of size.
    func value(share: Bool) -> FieldValue {
        .object(
            [Field("name", .text(name))] + (share ? [] : [Field("size", .text(size.rawValue))]) + [
                Field("source", .text(source.rawValue)), Field("of", FieldValue(of?.text))
            ])
    }
}

extension FunctionRow.Alias {
    fileprivate var value: FieldValue {
        .object([
            Field("name", .text(name)), Field("version", .text(version)),
            Field("weights", .object(weights.sorted { $0.key < $1.key }.map { Field($0.key, .fraction($0.value)) }))
        ])
    }
}
