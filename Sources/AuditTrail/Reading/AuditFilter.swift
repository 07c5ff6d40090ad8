import FoundationEssentials

/// Which records are wanted. What is not set wants all.
public struct AuditFilter: Equatable, Sendable {
    /// Not before this time.
    public var since: Date?
    /// Before this time.
    public var until: Date?
    /// Events (`reveal.shown`) or families of them (`reveal`); empty: all.
    public var events: Set<String> = []
    /// A reference as it is printed. A secret without a pointer also finds its fields.
    public var reference: String?
    /// An ARN, its last part, an access key id or a login name.
    public var actor: String?
    public var incident: String?
    public var session: String?
    public var outcome: String?

    public init() {}

    /// Whether the record is wanted.
    public func matches(_ entry: AuditEntry) -> Bool {
        if let since, entry.time < since { return false }
        if let until, entry.time >= until { return false }
        if !events.isEmpty, !events.contains(entry.event),
            !events.contains(String(entry.event.prefix { $0 != "." }))
        {
            return false
        }
        if let reference, entry.reference != reference, entry.reference?.hasPrefix(reference + "#") != true {
            return false
        }
        if let actor, !isActor(actor, of: entry) { return false }
        if let incident, entry.incident != incident { return false }
        if let session, entry.session != session { return false }
        if let outcome, entry.outcome != outcome { return false }
        return true
    }

    private func isActor(_ actor: String, of entry: AuditEntry) -> Bool {
        entry.actorARN == actor || entry.accessKeyID == actor || entry.user == actor
            || entry.actorARN?.hasSuffix("/" + actor) == true
    }
}
