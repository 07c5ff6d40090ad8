import ArgumentParser
import Glibc
import Operations

/// Why it is done, and that it is meant.
struct ConsentOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Option(name: .long, help: ArgumentHelp("The plan's id, instead of typing it when asked.", valueName: "id"))
    var confirm: String?

    /// Has the plan's id typed, unless it was given or `--yes` was. Without a terminal it refuses.
    func require(_ verb: String, _ plan: PlanID, in session: Session) throws(OperationFailure) {
        try require(verb, named: plan.text, in: session)
    }

    /// The same for whatever has a name.
    func require(_ verb: String, named name: String, in session: Session) throws(OperationFailure) {
        if yes || confirm == name { return }
        if let confirm { throw OperationFailure(.usage, "--confirm \(confirm) is not the id of \(name)") }
        guard !session.options.noInput, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw OperationFailure(.usage, "to \(verb) \(name) without being asked, give --yes or --confirm \(name)")
        }
        StandardError.line("To \(verb) it, type the plan's id (\(name)):")
        guard readLine(strippingNewline: true) == name else {
            throw OperationFailure(.interrupted, "not confirmed; nothing was changed")
        }
    }
}
