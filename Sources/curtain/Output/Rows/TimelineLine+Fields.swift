import Operations

extension TimelineLine {
    /// One entry of a timeline.
    static let shape = RowShape<TimelineLine>(
        fieldNames: [
            "id", "time", "estimated", "source", "actor", "user", "action", "phase", "ref", "note", "decisionBy",
            "todo",
            "owner", "moment", "result", "requestId", "evidence", "containment", "chain", "seq", "hash"
        ],
        fields: { line in
            let entry = line.entry
            return [
                Field("id", .text(line.shortID)), Field("time", .text(Timestamp.precise(entry.time))),
                Field("estimated", .flag(entry.isEstimated)), Field("source", .text(entry.source.rawValue)),
                Field("actor", FieldValue(entry.actorARN)), Field("user", FieldValue(entry.user)),
                Field("action", .text(entry.action.rawValue)), Field("phase", FieldValue(entry.phase?.rawValue)),
                Field("ref", FieldValue(entry.target)), Field("note", FieldValue(entry.note)),
                Field("decisionBy", FieldValue(entry.decisionBy)), Field("todo", FieldValue(entry.todo)),
                Field("owner", FieldValue(entry.owner)), Field("moment", FieldValue(entry.moment?.rawValue)),
                Field("result", FieldValue(entry.result)), Field("requestId", FieldValue(entry.requestID)),
                Field("evidence", FieldValue(entry.evidence)), Field("containment", FieldValue(entry.containment?.id)),
                Field("chain", .text(line.chain)), Field("seq", .number(line.sequence)), Field("hash", .text(line.hash))
            ]
        },
        columns: [
            Column("TIME") { Timestamp.text($0.entry.time) + ($0.entry.isEstimated ? " e" : "") },
            Column("SRC") { $0.entry.source.rawValue }, Column("ACTOR") { $0.entry.actor ?? "-" },
            Column("EVENT") { $0.entry.words }, Column("ID") { $0.shortID }
        ],
        name: { $0.shortID })
}
