import AuditTrail

extension AuditEntry {
    /// The fields of a record, named and ordered as in the trail itself; of a note share mode leaves its beginning.
    static func shape(share: Bool) -> RowShape<AuditEntry> {
        RowShape(
            fieldNames: [
                "seq", "time", "event", "outcome", "actor", "user", "host", "pid", "session", "account", "region",
                "ref",
                "version", "note", "incident", "plan", "step", "requestId", "fingerprint", "error", "prev"
            ],
            fields: { $0.fields(share: share) },
            columns: [
                Column("TIME") { Timestamp.text($0.time) },
                Column("EVENT") { $0.event },
                Column("OUTCOME") { $0.outcome ?? "-" },
                Column("WHO") { $0.actorARN ?? $0.user ?? "-" },
                Column("REF") { $0.reference ?? "-" },
                Column("NOTE") { $0.note(share: share) ?? $0.error ?? "" }
            ],
            name: { $0.reference ?? "" })
    }

    private func note(share: Bool) -> String? {
        share ? note.map { $0.count > 8 ? $0.prefix(6) + ".." : $0 } : note
    }

    private func fields(share: Bool) -> [Field] {
        [
            Field("seq", .number(sequence)), Field("time", .text(Timestamp.precise(time))),
            Field("event", .text(event)), Field("outcome", FieldValue(outcome)),
            Field(
                "actor", .object([Field("arn", FieldValue(actorARN)), Field("accessKeyId", FieldValue(accessKeyID))])),
            Field("user", FieldValue(user)), Field("host", FieldValue(host)), Field("pid", FieldValue(processID)),
            Field("session", FieldValue(session)), Field("account", FieldValue(account)),
            Field("region", FieldValue(region)), Field("ref", FieldValue(reference)),
            Field("version", FieldValue(version)), Field("note", FieldValue(note(share: share))),
            Field("incident", FieldValue(incident)), Field("plan", FieldValue(plan)), Field("step", FieldValue(step)),
            Field("requestId", FieldValue(requestID)), Field("fingerprint", FieldValue(fingerprint)),
            Field("error", FieldValue(error)), Field("prev", .text(previous))
        ]
    }
}
