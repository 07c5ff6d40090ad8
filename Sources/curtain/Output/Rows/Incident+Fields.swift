import Operations

extension Incident {
    /// One incident.
    static let shape = RowShape<Incident>(
        fieldNames: [
            "id", "title", "severity", "impact", "opened", "closed", "commander", "scribe", "responders", "todos",
            "containments"
        ],
        fields: { incident in
            [
                Field("id", .text(incident.id.text)), Field("title", .text(incident.title)),
                Field("severity", FieldValue(incident.severity?.rawValue)),
                Field("impact", FieldValue(incident.impact?.rawValue)),
                Field("opened", FieldValue(incident.opened?.time)), Field("closed", FieldValue(incident.closed?.time)),
                Field("commander", FieldValue(incident.commander)), Field("scribe", FieldValue(incident.scribe)),
                Field("responders", FieldValue(incident.responders)),
                Field(
                    "todos",
                    .list(
                        incident.todos.map { todo in
                            .object([
                                Field("id", .text(todo.id)), Field("todo", .text(todo.text)),
                                Field("owner", FieldValue(todo.owner)), Field("done", .flag(todo.isDone))
                            ])
                        })),
                Field(
                    "containments",
                    .list(
                        incident.containments.map { record in
                            .object([
                                Field("id", .text(record.containment.id)),
                                Field("action", .text(record.containment.action.rawValue)),
                                Field("ref", .text(record.containment.reference)),
                                Field("state", .text(record.state.rawValue))
                            ])
                        }))
            ]
        },
        columns: [
            Column("ID") { $0.id.text }, Column("SEV") { $0.severity?.rawValue ?? "-" },
            Column("OPENED") { $0.opened.map { Timestamp.text($0.time) } ?? "-" },
            Column("CLOSED") { $0.closed.map { Timestamp.text($0.time) } ?? "-" },
            Column("TO DO", .right) { String($0.openTodos.count) }, Column("TITLE") { $0.title }
        ],
        name: { $0.id.text })
}
