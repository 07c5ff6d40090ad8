import ArgumentParser
import Glibc
import Inventory
import Operations
import Watchers

/// `curtain reveal REF --note TEXT`
struct RevealCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reveal",
        abstract: "Print one value, after its reason is in the audit trail.",
        discussion: """
            Into a pipe or a file go the exact bytes, nothing added. On a terminal, whatever would move the \
            cursor or hide is made visible. Refused in read-only and share mode, and on a \
            terminal that others see.
            """)

    @Argument(
        help: ArgumentHelp(
            "The value: env:FUNCTION/KEY, param:NAME, secret:NAME, secret:NAME#/field.", valueName: "ref"))
    var reference: String

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if global.output != nil { throw ValidationError("reveal prints the value itself; -o does not apply.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let note = note ?? session.heldNote(for: reference) ?? ""
        let values = ValueSession(session)
        try values.check("reveal a value", note: note, references: [reference])
        let isTerminal = isatty(STDOUT_FILENO) == 1
        if isTerminal, let words = WatcherSearch().watchers().words {
            throw OperationFailure(
                .denied,
                "will not reveal a value where others see it: \(words); end that, or write it into a pipe or file")
        }
        return try await values.perform { access, context in
            let reveal = Reveal(access.values)
            let value = try await reveal(
                Reveal.Request(reference, note: note, destination: .output, mode: session.mode), as: context)
            let written = value.withUnsafeBytes {
                ValueWriter.write($0, to: STDOUT_FILENO, isTerminal: isTerminal)
            }
            guard let failure = written else {
                throw OperationFailure(.interrupted, "the value was closed before it could be printed")
            }
            let unrecorded = value.close(failure == nil ? .printed : .failure)
            switch failure {
            case nil: break
            case .closed: throw OperationFailure(.failed, "the value was not taken: the reader has gone")
            case .failed(let number):
                throw OperationFailure(.failed, "cannot write the value: \(SystemText.of(errno: number))")
            }
            if let unrecorded { throw unrecorded }
            return .done
        }
    }
}
