import AWSClient
import AccountAccess
import AuditTrail
import Console
import FoundationEssentials
import Inventory
import Operations
import StateFiles

/// Incidents for the console: with its own client, so that every call is in its log.
struct ConsoleIncidents: IncidentWorkshop {
    private let desk: IncidentDesk
    private let client: AWSClient

    init(_ session: Session, client: AWSClient) throws(OperationFailure) {
        desk = try IncidentDesk(session)
        self.client = client
    }

    var store: IncidentStore { desk.store }

    func open(
        _ id: String?, _ change: IncidentChange, as context: AuditContext
    ) throws(OperationFailure) -> IncidentLog {
        let id = try IncidentOpening.id(id)
        guard try !store.ids().contains(id) else {
            throw OperationFailure(.usage, "incident \(id) is there already: attach it")
        }
        return try IncidentOpening(desk(as: context)).open(id, change)
    }

    func record(
        _ event: AuditEvent, in log: IncidentLog, as context: AuditContext, _ entry: TimelineEntry
    ) throws(OperationFailure) {
        try desk(as: context).record(event, entry, in: log)
    }

    func absorb(into log: IncidentLog) throws(OperationFailure) {
        do { try IncidentRecords(desk).absorb(into: log) } catch { throw OperationFailure(incident: error) }
    }

    func plan(
        _ action: ContainmentAction, _ reference: Reference, incident: IncidentID?
    ) async throws(OperationFailure) -> ContainmentPlan {
        do {
            return try await access(incident).planner().plan(action, reference, now: Date())
        } catch { throw OperationFailure(incident: error) }
    }

    func contain(
        _ action: ContainmentAction, _ reference: Reference, note: String?, in log: IncidentLog
    ) async throws(OperationFailure) {
        do {
            let access = try await access(log.id)
            // The evidence is taken beside the containment: neither waits for the other to begin.
            let parts = try access.evidence(desk.session).parts(of: reference)
            let began = Date()
            async let snapshot = EvidenceSnapshot.take(parts, of: reference, at: began)
            let id = Containment.newID()
            let outcome: Result<Void, any Error>
            do {
                // What was confirmed is planned again at the last moment: a denial must reach the sessions of now.
                let plan = try await access.planner().plan(action, reference, now: Date())
                _ = try await Contain(changes: access.settings, audit: desk.audit, log: log)(
                    plan, id: id, note: note, as: access.context)
                outcome = .success(())
            } catch { outcome = .failure(error) }
            let evidence = await snapshot
            let name = try log.keep(evidence: evidence.json, as: id + ".json")
            var entry = desk(as: access.context).entry(
                .snapshot, from: .tool, at: evidence.taken, phase: .containment, target: evidence.reference,
                note: "\(evidence.parts.count - evidence.missing) of \(evidence.parts.count) parts", evidence: [name])
            entry.result = evidence.missing == 0 ? "done" : "incomplete"
            try log.append(entry)
            try outcome.get()
        } catch { throw OperationFailure(incident: error) }
    }

    func undo(_ containment: Containment, note: String?, in log: IncidentLog) async throws(OperationFailure) {
        do {
            let access = try await access(log.id, region: containment.region)
            guard access.responder.account == containment.account else {
                throw OperationFailure(
                    .denied,
                    "\(containment.id) was made in account \(containment.account), and these credentials are of "
                        + access.responder.account)
            }
            try await Contain(changes: access.settings, audit: desk.audit, log: log)
                .undo(containment, note: note, as: access.context)
        } catch { throw OperationFailure(incident: error) }
    }

    func watch(
        for incident: IncidentID
    ) async throws(OperationFailure) -> (reading: any WatchReading, regions: [String]) {
        do {
            let reading = AccountWatch(try await access(incident))
            return (reading, reading.names)
        } catch { throw OperationFailure(incident: error) }
    }

    private func access(_ incident: IncidentID?, region: String? = nil) async throws -> ContainmentSession {
        try await ContainmentSession(desk, incident: incident, region: region, client: client)
    }

    private func desk(as context: AuditContext) -> IncidentDesk {
        var desk = desk
        desk.context = context
        return desk
    }
}

extension OperationFailure {
    /// What a command would say of it.
    fileprivate init(incident error: any Error) {
        if let failure = error as? OperationFailure {
            self = failure
        } else if let error = error as? AWSError {
            self.init(error, cannot: "contain it")
        } else {
            self.init(.failed, "\(error)")
        }
    }
}
