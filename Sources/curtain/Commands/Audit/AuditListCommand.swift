import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit list`
struct AuditListCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print every record of the audit trail, the oldest first.")

    @Option(
        name: .long,
        help: ArgumentHelp("Only these events (reveal.shown) or families of them (reveal).", valueName: "event"))
    var event: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only records about this reference.", valueName: "ref"))
    var ref: String?

    @Option(name: .long, help: ArgumentHelp("Only this ARN, access key id or login name.", valueName: "actor"))
    var actor: String?

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var printer = session.printer(AuditEntry.shape(share: session.mode.share))
        guard let folder = try StateFolder.existing(at: session.folders.state) else {
            try printer.finish()
            return .done
        }
        var filter = AuditFilter()
        filter.events = Set(event)
        filter.reference = ref
        filter.actor = actor
        // Batches keep a long trail in constant memory and its table aligned.
        var batch: [AuditEntry] = []
        var failure: OutputError?
        let unreadable = try AuditReader(of: folder).forEach(filter) { entry in
            batch.append(entry)
            guard batch.count == 500 else { return true }
            do throws(OutputError) { try printer.print(batch) } catch { failure = error }
            batch.removeAll(keepingCapacity: true)
            return failure == nil
        }
        if let failure { throw failure }
        try printer.print(batch)
        try printer.finish()
        if unreadable > 0 {
            StandardError.line("curtain: \(unreadable) lines are no records; run: curtain audit verify")
            return .finding
        }
        return .done
    }
}
