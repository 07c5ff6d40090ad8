import AuditTrail
import FoundationEssentials
import Operations
import StateFiles

/// What the incident commands need of this machine: the store, the audit trail, and who sits here.
///
/// Nothing of it calls AWS: notes and decisions must work when nothing else does.
struct IncidentDesk: Sendable {
    let session: Session
    let store: IncidentStore
    let audit: AuditTrail
    let state: StateFolder
    var context: AuditContext

    init(_ session: Session) throws(OperationFailure) {
        self.session = session
        do throws(StateFilesError) {
            state = try StateFolder(at: session.folders.state)
        } catch {
            throw OperationFailure(.auditUnwritable, "\(error)")
        }
        store = IncidentStore(in: state)
        audit = AuditTrail(in: state)
        context = LocalIdentity.context(incident: nil)
        context.region = session.options.region
    }

    /// The incident that the command is about: the one named, or else the one attached. Throws `notFound` if there is
    /// none.
    func current(_ name: String? = nil) throws(OperationFailure) -> IncidentLog {
        if let name { return try store.known(try IncidentID(name)) }
        guard let id = try session.incident() else {
            throw OperationFailure(
                .notFound, "no incident is attached; open one: curtain incident open TITLE, or name one with --incident"
            )
        }
        return try store.known(id)
    }

    /// An entry with who and where of this machine.
    func entry(
        _ action: TimelineAction, from source: TimelineSource, at time: Date = Date(), isEstimated: Bool = false,
        phase: IncidentPhase? = nil, target: String? = nil, note: String? = nil, evidence: [String] = []
    ) -> TimelineEntry {
        var entry = TimelineEntry(
            action, from: source, at: time, isEstimated: isEstimated, phase: phase, target: target, note: note,
            evidence: evidence)
        entry.actorARN = context.actorARN
        entry.user = context.user
        entry.session = context.session
        entry.host = context.host
        entry.account = context.account
        entry.region = context.region
        return entry
    }

    /// Puts it on the audit trail, then into the incident's timeline.
    @discardableResult
    func record(
        _ event: AuditEvent, _ entry: TimelineEntry, in log: IncidentLog
    ) throws(OperationFailure) -> TimelineLine {
        var context = context
        context.incident = log.id.text
        let record = AuditRecord(
            event, .done, context: context, reference: entry.target,
            note: entry.note ?? entry.todo ?? entry.change?.title)
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (nothing was noted)")
        }
        return try log.append(entry)
    }
}
