import ArgumentParser
import Inventory
import Operations
import Settings

/// `curtain copy REF --note TEXT`
struct CopyCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Put one value into the clipboard for a while, without showing it.",
        discussion: """
            Off unless safety.clipboard names a clipboard: native (wl-copy, xclip) or tmux. It waits until the value is \
            gone from there again: its time was up, somebody put something else there, or Ctrl-C. What somebody else put \
            there is not touched. A clipboard manager may keep copies all the same.
            """)

    @Argument(
        help: ArgumentHelp(
            "The value: env:FUNCTION/KEY, param:NAME, secret:NAME, secret:NAME#/field.", valueName: "ref"))
    var reference: String

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @Option(name: .long, help: ArgumentHelp("How long, instead of reveal.seconds.", valueName: "seconds"))
    var seconds: Int?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if global.output != nil { throw ValidationError("copy prints no value; -o does not apply.") }
        if let seconds, !(1...3600).contains(seconds) {
            throw ValidationError("--seconds takes 1 to 3600, not \(seconds).")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let note = note ?? ""
        let values = ValueSession(session)
        try values.check("copy a value", note: note, references: [reference])
        let clipboard = try session.clipboard()
        let seconds = seconds ?? session.settings.revealSeconds
        let end = try await values.perform { access, context in
            if !session.options.quiet {
                StandardError.line(
                    "curtain: in the clipboard (\(clipboard.name)) for \(seconds) seconds; Ctrl-C takes it back")
            }
            return try await CopyValue(access.values)(
                reference, into: clipboard, seconds: seconds, note: note, mode: session.mode, as: context)
        }
        switch end {
        case .deadline, .replaced, .asked: return .done
        case .stuck:
            throw OperationFailure(.failed, "\(clipboard.name) still holds the value; put something else there")
        }
    }
}
