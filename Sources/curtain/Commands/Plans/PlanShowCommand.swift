import ArgumentParser
import Operations

/// `curtain plan show PLAN`
struct PlanShowCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a plan that was made: in words, as its file (-o json), or as commands of the AWS CLI.",
        discussion: "With --aws each step is what a person could type; values are in files and pipes, never in it.")

    static let callsAWS = false

    @OptionGroup var plan: PlanArgument

    @Flag(name: .long, help: "As a script of AWS CLI commands.")
    var aws = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if let set = PlanSetID(plan.plan) {
            guard !aws else {
                throw UsageFailure("--aws is for one plan; curtain status \(set) lists those of the set")
            }
            try session.print(set: try PlanSetRunning(session).store.set(set))
            return .done
        }
        let store = try PlanRunning(session).store
        let (plan, _) = try store.plan(try plan.resolve(in: store))
        if aws { try session.print(lines: PlanScript(plan).lines) } else { try session.print(plan: plan) }
        return .done
    }
}
