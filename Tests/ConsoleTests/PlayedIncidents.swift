import AuditTrail
import Console
import FoundationEssentials
import Inventory
import Operations
import Synchronization

/// Incidents in a folder of the test's own; what would change the account is only noted.
final class PlayedIncidents: IncidentWorkshop {
    let store: IncidentStore
    private let audit: RecordedTrail
    private let done = Mutex<[String]>([])

    init(_ store: IncidentStore, audit: RecordedTrail) {
        self.store = store
        self.audit = audit
    }

    /// `contain stop-invocations fn:one in INC-1`
    var acts: [String] { done.withLock { $0 } }

    func open(
        _ id: String?, _ change: IncidentChange, as context: AuditContext
    ) throws(OperationFailure) -> IncidentLog {
        let id = try IncidentID(id ?? "INC-MADE")
        let log = try store.log(id)
        var entry = TimelineEntry(.opened, from: .human, at: Date())
        entry.change = change
        try record(.incidentOpened, in: log, as: context, entry)
        try store.attach(id)
        return log
    }

    func record(
        _ event: AuditEvent, in log: IncidentLog, as context: AuditContext, _ entry: TimelineEntry
    ) throws(OperationFailure) {
        do throws(AuditError) { _ = try audit.append(AuditRecord(event, context: context)) } catch {
            throw OperationFailure(.auditUnwritable, "\(error)")
        }
        try log.append(entry)
    }

    func absorb(into log: IncidentLog) throws(OperationFailure) {}

    func plan(
        _ action: ContainmentAction, _ reference: Reference, incident: IncidentID?
    ) async throws(OperationFailure) -> ContainmentPlan {
        throw OperationFailure(.notFound, "no \(reference) here")
    }

    func contain(
        _ action: ContainmentAction, _ reference: Reference, note: String?, in log: IncidentLog
    ) async throws(OperationFailure) {
        done.withLock { $0.append("contain \(action.rawValue) \(reference) in \(log.id)") }
    }

    func watch(
        for incident: IncidentID
    ) async throws(OperationFailure) -> (reading: any WatchReading, regions: [String]) {
        (PlayedWatch(), ["eu-west-1", "us-east-1"])
    }

    func undo(_ containment: Containment, note: String?, in log: IncidentLog) async throws(OperationFailure) {
        done.withLock { $0.append("undo \(containment.id) in \(log.id)") }
    }
}
