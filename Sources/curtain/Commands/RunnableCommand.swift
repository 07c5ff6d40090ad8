import ArgumentParser

/// A command that does something. Groups such as `audit` are not runnable.
protocol RunnableCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }

    /// Whether it does something sensible when the configuration is wrong.
    static var toleratesWrongSettings: Bool { get }

    /// Whether it asks AWS, so that a missing region is worth a question to the instance's metadata service.
    static var callsAWS: Bool { get }

    /// Does it. What it throws becomes one line on standard error and an exit code.
    func run(in session: Session) async throws -> ExitStatus
}

extension RunnableCommand {
    static var toleratesWrongSettings: Bool { false }
    static var callsAWS: Bool { true }
}
