import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident set`
struct IncidentSetCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change title, severity, impact or people of the incident.")

    @Option(name: .long, help: ArgumentHelp("Its new title.", valueName: "title"))
    var title: String?

    @OptionGroup var people: IncidentPeopleOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if people.change(title: title).isEmpty { throw ValidationError("set needs something to set.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        var entry = desk.entry(.changed, from: .human)
        entry.change = people.change(title: title)
        try desk.record(.incidentNoted, entry, in: log)
        try session.print(one: Incident(log.id, try log.timeline()), shape: Incident.shape)
        return .done
    }
}
