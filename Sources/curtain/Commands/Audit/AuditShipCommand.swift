import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit ship`
struct AuditShipCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ship",
        abstract: "Hand what is new in the audit trail to the place that keeps copies.",
        discussion: """
            The place is `ship` in config.toml's [audit]: a command that reads records, one a line, from its standard input \
            and ends with 0 once it has them. Commands that read values ship by themselves when they end; this catches up \
            what an outage or a crash left behind.
            """)

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        guard let outcome = try await AuditDispatch(session).ship() else {
            throw UsageFailure("nowhere to ship to: set ship in [audit] of config.toml")
        }
        if outcome.isBusy {
            throw OperationFailure(.tryAgain, "another curtain ships the audit trail at this moment")
        }
        let fields = [Field("shipped", .number(outcome.records)), Field("upToRecord", .number(outcome.last))]
        if session.format() == .table {
            try session.print(pairs: fields)
        } else {
            try session.print(fields: fields, name: String(outcome.last))
        }
        return .done
    }
}
