import ArgumentParser
import Operations

/// `curtain summary PLAN`
struct SummaryCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Say what a plan has changed, when, under which request ids, and who may still hold the old value.",
        discussion: "From the plan's file and journal alone; asks AWS nothing. For a ticket: --as markdown.")

    /// What a summary is for.
    enum Form: String, CaseIterable, ExpressibleByArgument, Sendable { case text, json, markdown }

    static let callsAWS = false
    static let formats: Set<OutputFormat> = [.json, .table]

    @OptionGroup var plan: PlanArgument

    @Option(name: .customLong("as"), help: "text, json or markdown.")
    var form: Form?

    @Option(name: .long, help: ArgumentHelp("Write into this file.", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let store = try PlanRunning(session).store
        let id = try plan.resolve(in: store)
        let (plan, _) = try store.plan(id)
        let summary = PlanSummary(plan, try store.entries(of: id), isRunning: try store.isRunning(id))
        let text = PlanSummaryText(summary, form ?? (global.output == .json ? .json : .text)).text
        guard let file else {
            try session.print(text: text)
            return .done
        }
        try OutputFile.write(Array(text.utf8), to: file)
        return .done
    }
}
