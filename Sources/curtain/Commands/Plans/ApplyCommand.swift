import ArgumentParser
import Operations

/// `curtain apply PLAN`
struct ApplyCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Carry out a plan.",
        discussion: """
            Reads the account again first and changes nothing if it has moved since the plan was made (exit code 75). \
            Ctrl-C stops behind the call that is under way; so does the loss of the terminal, unless it was started with \
            --detach. Exit code 4: stopped half-way, or done but for what is \
            named as left out.
            """)

    @OptionGroup var plan: PlanArgument
    @OptionGroup(title: "The new value") var value: NewValueOptions
    @OptionGroup(title: "Consent") var consent: ConsentOptions
    @OptionGroup var detach: DetachOption
    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if let set = PlanSetID(plan.plan) {
            guard !detach.detach else { throw UsageFailure("--detach is for one plan; a set runs here") }
            return try await PlanSetRunning(session).forward(set, rollout, consent, value.supply(session))
        }
        guard !detach.detach else {
            return try await RunOutcome.runDetached(.apply, plan, consent, value, session)
        }
        return try await RunOutcome.run(.apply, plan, rollout, consent, value.supply(session), session)
    }
}
