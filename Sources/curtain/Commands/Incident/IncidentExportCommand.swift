import ArgumentParser
import AuditTrail
import FoundationEssentials
import Glibc
import Operations

/// `curtain incident export [ID]`
struct IncidentExportCommand: RunnableCommand {
    static let callsAWS = false

    /// What an export is for.
    enum Form: String, CaseIterable, ExpressibleByArgument, Sendable {
        case markdown, json, html
        /// The chains as they are, for `incident import`.
        case chain

        /// By the ending of a file's name.
        init?(ending path: String) {
            switch path.split(separator: ".").last {
            case "md": self = .markdown
            case "json": self = .json
            case "html": self = .html
            case "jsonl": self = .chain
            default: return nil
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the report: Markdown, JSON, a page, or the chains for another person.")

    @Argument(help: ArgumentHelp("The incident; without it the attached one.", valueName: "id"))
    var id: String?

    @Option(name: .customLong("as"), help: "markdown, json, html, or chain; without it the file's ending decides.")
    var form: Form?

    @Option(name: .long, help: ArgumentHelp("Write into this file.", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    private var effectiveForm: Form {
        if let form { return form }
        if let form = file.flatMap(Form.init(ending:)) { return form }
        return global.output == .json ? .json : global.output == .jsonl ? .chain : .markdown
    }

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current(id)
        try IncidentRecords(desk).absorb(into: log)
        try desk.record(
            .incidentExported, desk.entry(.exported, from: .tool, phase: .closing, note: effectiveForm.rawValue),
            in: log)
        let bytes = try contents(of: log)
        guard let file else {
            try session.print(text: String(decoding: bytes, as: UTF8.self))
            return .done
        }
        try OutputFile.write(bytes, to: file)
        return .done
    }

    private func contents(of log: IncidentLog) throws -> [UInt8] {
        switch effectiveForm {
        case .chain:
            return try log.chains().flatMap(\.lines).flatMap { line -> [UInt8] in line.bytes + [0x0A] }
        case .markdown: return Array(IncidentReport(log.id, try log.timeline()).markdown.utf8)
        case .json: return IncidentReport(log.id, try log.timeline()).json + [0x0A]
        case .html: return Array(IncidentReport(log.id, try log.timeline()).html.utf8)
        }
    }
}
