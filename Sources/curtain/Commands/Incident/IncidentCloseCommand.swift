import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident close`
struct IncidentCloseCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the incident and attach none.",
        discussion: "Containments that stand and todos that are open are named; exit code 4 if there are any.")

    @Option(name: .long, help: ArgumentHelp("The last word.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        try IncidentRecords(desk).absorb(into: log)
        try desk.record(.incidentClosed, desk.entry(.closed, from: .human, phase: .closing, note: note), in: log)
        if try desk.store.attached() == log.id { try desk.store.attach(nil) }
        let incident = Incident(log.id, try log.timeline())
        try session.print(one: incident, shape: Incident.shape)
        for todo in incident.openTodos { StandardError.line("curtain: still to do: \(todo.id) \(todo.text)") }
        let standing = incident.containments.filter(\.canBeUndone)
        for record in standing {
            StandardError.line(
                "curtain: still contained: \(record.containment.id) \(record.containment.action.rawValue) "
                    + record.containment.reference)
        }
        return incident.openTodos.isEmpty && standing.isEmpty ? .done : .stoppedHalfway
    }
}
