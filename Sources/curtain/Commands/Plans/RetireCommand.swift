import ArgumentParser
import Operations

/// `curtain retire PLAN`
struct RetireCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Let the old value of a plan go, for good: its versions, its labels, the hook's finish.",
        discussion: """
            Lists what still holds the old value first: published versions, parameter history, AWSPREVIOUS, templates, \
            whatever the plan left out; with --list nothing more is done. What is removed cannot be taken back. Exit code \
            75: something still uses the old value.
            """)

    @OptionGroup var plan: PlanArgument

    @Flag(name: .long, help: "Only list what holds the old value.")
    var list = false

    @Flag(name: .customLong("keep-versions"), help: "Leave published versions although they hold the old value.")
    var keepVersions = false

    @Flag(name: .customLong("even-in-use"), help: "Retire although something still uses the old value.")
    var evenInUse = false

    @OptionGroup(title: "Consent") var consent: ConsentOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if let set = PlanSetID(plan.plan) {
            return try await PlanSetRetiring(session).retire(
                set, consent, onlyList: list, keepsVersions: keepVersions, evenInUse: evenInUse)
        }
        let retiring = try PlanRetiring(session)
        let id = try plan.resolve(in: retiring.store)
        let (list, evenInUse, consent) = (list, evenInUse, consent)
        do {
            let (plan, end) = try await retiring.retire(id, note: consent.note, keepsVersions: keepVersions) {
                _, retirement in
                guard !list else { throw OnlyListed(retirement: retirement) }
                if !session.options.quiet {
                    for line in RetirementWords(retirement).lines { StandardError.line(line) }
                }
                if !evenInUse { try retirement.refuseIfInUse() }
                try consent.require("retire", id, in: session)
            }
            try session.print(status: PlanStatus(plan, try retiring.store.plan(id).progress, isRunning: false))
            return try RunOutcome.status(end, plan)
        } catch let listed as OnlyListed {
            try session.print(listed.retirement)
            return .done
        }
    }

    /// Ends the command before anything is changed.
    private struct OnlyListed: Error {
        let retirement: Retirement
    }
}
