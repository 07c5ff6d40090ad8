import Dispatch
import Glibc
import Operations
import Synchronization

/// Runs one command to its end, and the process with it.
enum CommandRunner {
    /// Whether Ctrl-C was pressed.
    private static let interrupted = Atomic<Bool>(false)

    static func run(_ command: any RunnableCommand) -> Never {
        let work = Task {
            let status = await outcome(of: command)
            // Everything is written; exit(3) would tear libraries down below their own threads.
            _exit(interrupted.load(ordering: .relaxed) ? ExitStatus.interrupted.rawValue : status.rawValue)
        }
        let source = interruptSource(cancelling: work)
        source.resume()
        withExtendedLifetime(source) { dispatchMain() }
    }

    private static func outcome(of command: any RunnableCommand) async -> ExitStatus {
        do {
            try command.checkFormat()
            try type(of: command).places.check(command.global)
            var session = try Session(
                options: command.global, toleratesWrongSettings: type(of: command).toleratesWrongSettings)
            if type(of: command).callsAWS { session = await session.knowingInstanceRegion() }
            if session.mode.share { StandardError.share() }
            return try await command.run(in: session)
        } catch {
            let report = FailureReport(error)
            if interrupted.load(ordering: .relaxed) {
                StandardError.line("curtain: interrupted")
            } else if let line = report.line {
                StandardError.line(line)
            }
            return report.status
        }
    }

    /// The first Ctrl-C cancels, so that what was begun is ended and recorded; the second one leaves.
    private static func interruptSource(cancelling work: Task<Void, Never>) -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT)
        source.setEventHandler {
            if interrupted.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
            work.cancel()
        }
        return source
    }
}
