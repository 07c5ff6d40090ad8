import ArgumentParser
import Operations

/// `curtain status [PLAN]`
struct StatusCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say where a plan stands: the step, what can be taken back, what needs a person.",
        discussion: "Without a plan, the one that was made last.")

    static let callsAWS = false

    @Argument(help: ArgumentHelp("The plan's id.", valueName: "plan"))
    var plan: String?

    @Flag(name: .long, help: "Go on saying what is done, until nobody runs the plan any more.")
    var follow = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let store = try PlanRunning(session).store
        if let set = plan.flatMap({ PlanSetID($0) }) {
            guard !follow else { throw UsageFailure("--follow is for one plan") }
            try session.print(status: try PlanSetRunning(session).status(set))
            return .done
        }
        let id: PlanID
        if let plan {
            guard let named = PlanID(plan) else {
                throw UsageFailure("\(plan) is no plan's id; curtain plans lists them")
            }
            id = named
        } else {
            let plans = try store.ids().map { try store.plan($0).plan }
            guard let last = plans.max(by: { $0.created < $1.created }) else {
                throw OperationFailure(.notFound, "there is no plan here yet; curtain plan rotate REF makes one")
            }
            id = last.id
        }
        if follow { try await PlanFollowing(store: store, id: id, quiet: session.options.quiet).toTheEnd() }
        let (plan, progress) = try store.plan(id)
        try session.print(status: PlanStatus(plan, progress, isRunning: try store.isRunning(id)))
        return .done
    }
}
