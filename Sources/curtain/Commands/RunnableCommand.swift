import ArgumentParser

/// A command that does something. Groups such as `audit` are not runnable.
protocol RunnableCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }

    /// Whether it does something sensible when the configuration is wrong.
    static var toleratesWrongSettings: Bool { get }

    /// Whether it asks AWS, so that a missing region is worth a question to the instance's metadata service.
    static var callsAWS: Bool { get }

    /// How many regions and profiles it can go through.
    static var places: PlaceScope { get }

    /// The forms that its output has.
    static var formats: Set<OutputFormat> { get }

    /// Does it. What it throws becomes one line on standard error and an exit code.
    func run(in session: Session) async throws -> ExitStatus
}

extension RunnableCommand {
    static var toleratesWrongSettings: Bool { false }
    static var places: PlaceScope { .one }
    static var formats: Set<OutputFormat> { OutputFormat.ofRows }

    /// Throws for a form that the command cannot write.
    func checkFormat() throws(UsageFailure) {
        guard let format = global.output, !Self.formats.contains(format) else { return }
        let known = OutputFormat.allCases.filter(Self.formats.contains).map(\.rawValue).joined(separator: ", ")
        throw UsageFailure("-o \(format.rawValue) is not for this command; it has \(known)")
    }
    static var callsAWS: Bool { true }
}
