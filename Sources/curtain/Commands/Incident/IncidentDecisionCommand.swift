import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident decision TEXT --by NAME`
struct IncidentDecisionCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: "Write down what was decided, and by whom.")

    @Argument(help: ArgumentHelp("What was decided.", valueName: "text"))
    var text: String

    @Option(name: .long, help: ArgumentHelp("Who decided.", valueName: "name"))
    var by: String

    @OptionGroup var time: IncidentTimeOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        var entry = desk.entry(.decision, from: .human, at: time.time, isEstimated: time.estimated, note: text)
        entry.decisionBy = by
        try session.print(one: try desk.record(.incidentDecided, entry, in: log), shape: TimelineLine.shape)
        return .done
    }
}
