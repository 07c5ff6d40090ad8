import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit export`
struct AuditExportCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the audit trail as a report for people, or as JSON or CSV.",
        discussion: """
            Without -o a report in Markdown: whether the trail is intact and its last hash, who looked at what and why, how \
            long it stood open, and what was refused. The trail is checked first; exit code 3 when it is not intact, the \
            report says so too.
            """)

    static let callsAWS = false

    @OptionGroup var selection: AuditSelection

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let filter = try selection.filter(incident: session.options.incident)
        let share = session.mode.share
        guard session.options.output == nil else {
            var printer = session.printer(AuditEntry.shape(share: share))
            return AuditPrinting.status(try AuditPrinting.print(filter, of: session.folders.state, with: &printer))
        }
        guard let folder = try StateFolder.existing(at: session.folders.state) else {
            try session.print(text: AuditReport(.empty(.full), filter: filter, share: share).text)
            return .done
        }
        let verification = VerificationReport(try AuditVerification(of: folder, depth: .full))
        var report = AuditReport(verification, filter: filter, share: share)
        try AuditReader(of: folder).forEach(filter) { entry in
            report.add(entry)
            return true
        }
        try session.print(text: report.text)
        return verification.isIntact ? .done : .finding
    }
}
