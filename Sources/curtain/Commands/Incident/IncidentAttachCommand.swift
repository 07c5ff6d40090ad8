import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident attach ID`
struct IncidentAttachCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Attach an incident that is open already, or none.",
        discussion: """
            An id that this machine does not know yet begins here: another person has opened it elsewhere, and \
            `incident import` brings their timeline.
            """)

    @Argument(help: ArgumentHelp("Its id.", valueName: "id"))
    var id: String?

    @Flag(name: .long, help: "Attach none.")
    var none = false

    @OptionGroup var people: IncidentPeopleOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if (id == nil) != none { throw ValidationError("attach takes the incident's id, or --none.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        guard let name = id else {
            try desk.store.attach(nil)
            return .done
        }
        let id = try IncidentID(name)
        let log = try desk.store.log(id)
        var entry = desk.entry(.attached, from: .human)
        let change = people.change()
        if !change.isEmpty { entry.change = change }
        try desk.record(.incidentAttached, entry, in: log)
        try desk.store.attach(id)
        try session.print(one: Incident(id, try log.timeline()), shape: Incident.shape)
        return .done
    }
}
