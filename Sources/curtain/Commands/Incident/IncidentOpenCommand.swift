import ArgumentParser
import FoundationEssentials
import Operations

/// `curtain incident open TITLE`
struct IncidentOpenCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open an incident and attach it to what follows.",
        discussion: "Every audit record carries its id from now on, until it is closed or another one is attached.")

    @Argument(help: ArgumentHelp("In a few words, or a codename. No values.", valueName: "title"))
    var title: String

    @Option(name: .long, help: ArgumentHelp("Its id, such as a ticket's; made if none is given.", valueName: "id"))
    var id: String?

    @OptionGroup var people: IncidentPeopleOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let id = try IncidentOpening.id(self.id ?? session.options.incident)
        guard try !desk.store.ids().contains(id) else {
            throw OperationFailure(.usage, "incident \(id) is there already; attach it: curtain incident attach \(id)")
        }
        let log = try IncidentOpening(desk).open(id, people.change(title: title))
        try session.print(one: Incident(id, try log.timeline()), shape: Incident.shape)
        return .done
    }
}
