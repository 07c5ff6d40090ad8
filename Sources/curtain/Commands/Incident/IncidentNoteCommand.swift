import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident note TEXT`
struct IncidentNoteCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write something into the incident's timeline.",
        discussion: "With --moment it is one of the moments between which the report counts the time.")

    @Argument(help: ArgumentHelp("What happened. No values.", valueName: "text"))
    var text: String

    @OptionGroup var time: IncidentTimeOptions

    @Option(name: .long, help: ArgumentHelp("Which moment it is.", valueName: "moment"))
    var moment: IncidentMoment?

    @Option(name: .long, help: "The part of the report that it belongs to: well, badly, gap, data.")
    var section: IncidentSection?

    @Option(name: .long, help: ArgumentHelp("Where the proof is; may be given again.", valueName: "link"))
    var evidence: [String] = []

    @Option(name: .long, help: ArgumentHelp("What it is about.", valueName: "ref"))
    var ref: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        var entry = desk.entry(
            .note, from: .human, at: time.time, isEstimated: time.estimated, target: ref, note: text,
            evidence: evidence)
        entry.moment = moment
        entry.section = section
        try session.print(one: try desk.record(.incidentNoted, entry, in: log), shape: TimelineLine.shape)
        return .done
    }
}
