import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain history REF`
struct HistoryCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the versions of a parameter or a secret, the newest first, without values.",
        discussion: """
            With labels and stages, who wrote each and when, and what else than the value changed. Who wrote a secret's \
            versions comes from 90 days of CloudTrail. Which fields of a value changed is told by curtain diff.
            """)

    @Argument(help: ArgumentHelp("param:NAME or secret:NAME.", valueName: "ref"))
    var reference: String

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let history = try await HistoryLoader(calls: try session.client()).history(of: reference)
        try session.print(history.versions, shape: VersionRow.shape)
        if let problem = history.problem, !session.options.quiet { StandardError.line("curtain: \(problem)") }
        return .done
    }
}
