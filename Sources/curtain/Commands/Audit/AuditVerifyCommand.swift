import ArgumentParser
import AuditTrail
import StateFiles

/// `curtain audit verify`
struct AuditVerifyCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no record of the audit trail was changed or cut off.",
        discussion: "Checks chain, JSON, numbering, times and events. Exit code 3 when something is wrong.")

    @Flag(name: .long, help: "Check the chain of hashes alone.")
    var quick = false

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let depth: AuditVerification.Depth = quick ? .quick : .full
        let report =
            try StateFolder.existing(at: session.folders.state).map {
                VerificationReport(try AuditVerification(of: $0, depth: depth))
            } ?? .empty(depth)
        if session.format() == .table {
            try session.print(lines: [report.words] + report.remarks)
        } else {
            try session.print(one: report, shape: VerificationReport.shape)
        }
        return report.isIntact ? .done : .finding
    }
}
