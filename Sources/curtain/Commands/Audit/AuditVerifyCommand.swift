import ArgumentParser
import AuditTrail
import StateFiles

/// `curtain audit verify`
struct AuditVerifyCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no record of the audit trail was changed or cut off.",
        discussion: """
            Checks chain, JSON, numbering, times and events, and the anchors that were made here. Exit code 3 when \
            something is wrong. With --anchors also that their signatures are right: that needs KMS or the public key.
            """)

    @Flag(name: .long, help: "Check the chain of hashes alone.")
    var quick = false

    @OptionGroup var anchors: AnchorOptions

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let depth: AuditVerification.Depth = quick ? .quick : .full
        let signed = try await anchors.signed(in: session)
        let report =
            try StateFolder.existing(at: session.folders.state).map { folder in
                let kept = try AnchorFile.read(in: folder)
                var report = VerificationReport(
                    try AuditVerification(of: folder, depth: depth, anchors: kept + (signed ?? [])))
                report.take(anchors: kept, signed: signed)
                return report
            } ?? .empty(depth)
        if session.format() == .table {
            try session.print(lines: [report.words] + report.remarks)
        } else {
            try session.print(one: report, shape: VerificationReport.shape)
        }
        return report.isIntact ? .done : .finding
    }
}
