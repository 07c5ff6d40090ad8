import AuditTrail
import FoundationEssentials
import Operations

/// Opens an incident and attaches it: asked for, or because a first containment cannot wait for it.
struct IncidentOpening {
    private let desk: IncidentDesk

    init(_ desk: IncidentDesk) { self.desk = desk }

    /// The id as given, or a new one of today.
    static func id(_ given: String?) throws(OperationFailure) -> IncidentID {
        if let given { return try IncidentID(given) }
        return .made(day: String(TimelineTime.text(Date()).prefix(10).filter { $0 != "-" }))
    }

    func open(_ id: IncidentID, _ change: IncidentChange) throws(OperationFailure) -> IncidentLog {
        let log = try desk.store.log(id)
        var entry = desk.entry(.opened, from: .human, phase: .detection)
        entry.change = change
        try desk.record(.incidentOpened, entry, in: log)
        try desk.store.attach(id)
        return log
    }
}
