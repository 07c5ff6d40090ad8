import AuditTrail
import ConsoleViewModels
import Inventory
import Operations

/// What the console needs to keep an incident and to contain.
public protocol IncidentWorkshop: Sendable {
    /// The incidents of this installation.
    var store: IncidentStore { get }

    /// Opens an incident and attaches it. A nil id is made.
    func open(_ id: String?, _ change: IncidentChange, as context: AuditContext) throws(OperationFailure) -> IncidentLog

    /// Puts an entry on the audit trail, then into the incident's timeline.
    func record(
        _ event: AuditEvent, in log: IncidentLog, as context: AuditContext, _ entry: TimelineEntry
    ) throws(OperationFailure)

    /// Brings what the audit trail of this machine says about the incident into its timeline.
    func absorb(into log: IncidentLog) throws(OperationFailure)

    /// What a containment would do now. Only reads.
    func plan(
        _ action: ContainmentAction, _ reference: Reference, incident: IncidentID?
    ) async throws(OperationFailure) -> ContainmentPlan

    /// Plans it again, does it, and keeps how things were beside it.
    func contain(
        _ action: ContainmentAction, _ reference: Reference, note: String?, in log: IncidentLog
    ) async throws(OperationFailure)

    /// How uses of old credentials are looked for, and in which regions, the session's own first.
    func watch(for incident: IncidentID) async throws(OperationFailure) -> (
        reading: any WatchReading, regions: [String]
    )

    /// Takes a containment back.
    func undo(_ containment: Containment, note: String?, in log: IncidentLog) async throws(OperationFailure)
}
