import ArgumentParser

/// A command that does something. Groups such as `audit` are not runnable.
protocol RunnableCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }

    /// Does it. What it throws becomes one line on standard error and an exit code.
    func run(in session: Session) async throws -> ExitStatus
}
