import ArgumentParser
import Operations

/// `curtain incident timeline [ID]`
struct IncidentTimelineCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Print what happened, in the order of time; every chain is checked.")

    @Argument(help: ArgumentHelp("The incident; without it the attached one.", valueName: "id"))
    var id: String?

    @Option(name: .long, help: "Only what this source tells.")
    var source: TimelineSource?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current(id)
        try IncidentRecords(desk).absorb(into: log)
        let lines = try log.timeline().lines.filter { source == nil || $0.entry.source == source }
        try session.print(lines, shape: TimelineLine.shape)
        return .done
    }
}
