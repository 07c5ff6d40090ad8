import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit list`
struct AuditListCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the records of the audit trail, the oldest first.")

    static let callsAWS = false

    @OptionGroup var selection: AuditSelection

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var printer = session.printer(AuditEntry.shape(share: session.mode.share))
        let unreadable = try AuditPrinting.print(
            try selection.filter(incident: session.options.incident), of: session.folders.state, with: &printer)
        return AuditPrinting.status(unreadable)
    }
}
