import Inventory

extension AccessReport.Row {
    /// A row of `access`.
    static let shape = RowShape<AccessReport.Row>(
        fieldNames: [
            "time", "actor", "action", "ref", "requestId", "sourceIP", "agent", "errorCode", "version", "invokedBy",
            "marks"
        ],
        fields: { row in
            let event = row.event
            return [
                Field("time", .time(event.time)), Field("actor", .text(event.actor)),
                Field("action", .text(event.action)),
                Field("ref", FieldValue(event.subject?.text)), Field("requestId", FieldValue(event.requestID)),
                Field("sourceIP", FieldValue(event.sourceIP)), Field("agent", FieldValue(event.agent)),
                Field("errorCode", FieldValue(event.errorCode)), Field("version", FieldValue(event.version)),
                Field("invokedBy", FieldValue(event.invokedBy)), Field("marks", FieldValue(row.marks.map(\.rawValue)))
            ]
        },
        columns: [
            Column("TIME") { Timestamp.text($0.event.time) },
            Column("ACTOR") { $0.event.actor },
            Column("ACTION") { AccessRules.plain($0.event.action) },
            Column("REF") { $0.event.subject?.text ?? "-" },
            Column("FROM") { $0.event.sourceIP ?? "-" },
            Column("MARKS") { $0.marks.map(\.rawValue).joined(separator: " ") }
        ],
        name: { $0.event.subject?.text ?? "" })
}

extension AccessReport.Reader {
    /// A row of `access --by reader`.
    static let shape = RowShape<AccessReport.Reader>(
        fieldNames: ["actor", "count", "refused", "first", "last", "refs", "marks"],
        fields: { row in
            [
                Field("actor", .text(row.actor)), Field("count", .number(row.count)),
                Field("refused", .number(row.refused)),
                Field("first", .time(row.first)), Field("last", .time(row.last)),
                Field("refs", FieldValue(row.references.map(\.text))),
                Field("marks", FieldValue(row.marks.map(\.rawValue)))
            ]
        },
        columns: [
            Column("ACTOR") { $0.actor },
            Column("READS", .right) { String($0.count - $0.refused) },
            Column("REFUSED", .right) { String($0.refused) },
            Column("FIRST") { Timestamp.text($0.first) },
            Column("LAST") { Timestamp.text($0.last) },
            Column("THINGS", .right) { String($0.references.count) },
            Column("MARKS") { $0.marks.map(\.rawValue).joined(separator: " ") }
        ],
        name: { $0.actor })
}

extension AccessReport.Hour {
    /// A row of `access --by hour`.
    static let shape = RowShape<AccessReport.Hour>(
        fieldNames: ["hour", "count", "refused", "unusual"],
        fields: { row in
            [
                Field("hour", .time(row.start)), Field("count", .number(row.count)),
                Field("refused", .number(row.refused)), Field("unusual", .flag(row.isUnusual))
            ]
        },
        columns: [Column("HOUR") { Timestamp.text($0.start) }, Column("COUNT", .right) { String($0.count) }],
        name: { Timestamp.text($0.start) })
}
