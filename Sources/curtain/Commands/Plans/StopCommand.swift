import ArgumentParser
import Operations

/// `curtain stop PLAN`
struct StopCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Ask the process that runs a plan to stop behind the call that is under way.",
        discussion: "For a run that was started with --detach, or in another terminal. Exit code 66: nobody runs it.")

    static let callsAWS = false

    @OptionGroup var plan: PlanArgument
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let store = try PlanRunning(session).store
        let id = try plan.resolve(in: store)
        let process = try store.askToStop(id)
        try session.print(lines: ["process \(process) stops \(id) behind the call that is under way"])
        return .done
    }
}
