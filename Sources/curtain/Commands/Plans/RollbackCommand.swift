import ArgumentParser
import Operations

/// `curtain rollback PLAN`
struct RollbackCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Take back what a plan has changed, backwards, each step compared before it acts.",
        discussion: "Exit code 4: something is left that a person must see to; it is named.")

    @OptionGroup var plan: PlanArgument
    @OptionGroup(title: "Consent") var consent: ConsentOptions
    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if let set = PlanSetID(plan.plan) {
            return try await PlanSetRunning(session).back(set, rollout, consent)
        }
        return try await RunOutcome.run(
            .rollback, plan, rollout, consent, PersonsValue(origin: .recipe, mayAsk: false), session)
    }
}
