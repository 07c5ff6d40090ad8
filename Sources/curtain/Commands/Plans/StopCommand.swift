import ArgumentParser
import Glibc
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
        guard let process = try store.runner(of: id) else {
            throw OperationFailure(
                .notFound, "nobody runs \(id) at this moment; curtain status \(id) says where it stands")
        }
        guard kill(process, SIGTERM) == 0 else {
            throw OperationFailure(.failed, "cannot stop process \(process): \(SystemText.of(errno: errno))")
        }
        try session.print(lines: ["process \(process) stops \(id) behind the call that is under way"])
        return .done
    }
}
