import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain incident import FILE`
struct IncidentImportCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Merge the timeline of another person into this one.",
        discussion: """
            Takes what `incident export --as chain` writes. Each person's chain stays as it was written and is \
            checked; what does not agree with what is known already is refused as a whole.
            """)

    @Argument(help: ArgumentHelp("The export, or - for standard input.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let bytes = try StandardInput.contents(ofFileOr: file, limit: 64 << 20)
        let desk = try IncidentDesk(session)
        let id = try IncidentLog.incident(of: bytes)
        let log = try desk.store.log(id)
        let count = try log.take(bytes)
        if count > 0 {
            try desk.record(
                .incidentNoted, desk.entry(.imported, from: .tool, note: "\(count) entries of other people"), in: log)
        }
        try session.print(lines: ["\(count) new entries in \(id)"])
        return .done
    }
}
