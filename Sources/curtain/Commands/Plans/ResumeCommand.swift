import ArgumentParser
import Operations

/// `curtain resume PLAN`
struct ResumeCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with a plan that was stopped, or whose process has died.",
        discussion: "What is done already is found done; what was under way is decided by what AWS says.")

    @OptionGroup var plan: PlanArgument
    @OptionGroup(title: "The new value") var value: NewValueOptions
    @OptionGroup(title: "Consent") var consent: ConsentOptions
    @OptionGroup(title: "A plan that waits") var confirmation: ConfirmationOptions
    @OptionGroup var detach: DetachOption
    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if let set = PlanSetID(plan.plan) {
            guard !detach.detach else { throw UsageFailure("--detach is for one plan; a set runs here") }
            return try await PlanSetRunning(session).forward(set, rollout, consent, value.supply(session))
        }
        guard !detach.detach || !confirmation.confirmations.isEmpty else {
            return try await RunOutcome.runDetached(.resume, plan, consent, value, session)
        }
        return try await RunOutcome.run(
            .resume, plan, rollout, consent, value.supply(session), session,
            confirmations: confirmation.confirmations)
    }
}
