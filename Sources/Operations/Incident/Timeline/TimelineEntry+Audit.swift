import AuditTrail

extension TimelineEntry {
    /// What a record of the audit trail says, for the timeline; nil for what the timeline has in its own words, and
    /// for requests whose outcome follows.
    public init?(of record: AuditEntry, evidence link: String) {
        let family = record.event.prefix { $0 != "." }
        guard family != "incident", family != "session", family != "audit",
            record.outcome != "pending" || family == "reveal"
        else { return nil }
        self.init(
            TimelineAction(rawValue: record.event), from: .tool, at: record.time, target: record.reference,
            note: record.note, evidence: [link])
        actorARN = record.actorARN
        user = record.user
        session = record.session
        host = record.host
        account = record.account
        region = record.region
        versionAfter = record.version
        requestID = record.requestID
        result = record.error ?? record.outcome
        plan = record.plan
    }
}
