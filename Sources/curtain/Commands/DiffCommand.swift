import ArgumentParser
import Inventory
import Operations

/// `curtain diff REF REF --note TEXT`
struct DiffCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say which fields of two JSON values differ, without showing what stands there.",
        discussion: """
            For two versions of a secret (secret:NAME@AWSPREVIOUS secret:NAME) or any two values. Exit code 0 when they are \
            the same, 3 when one differs. Values that are no JSON objects are compared as a whole.
            """)

    @Argument(help: ArgumentHelp("The first value.", valueName: "ref"))
    var one: String

    @Argument(help: ArgumentHelp("The second value.", valueName: "ref"))
    var two: String

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let references = [try Reference(parsing: one), try Reference(parsing: two)]
        let values = ValueSession(session)
        try values.check("compare values", note: note ?? "", references: references)
        let differences = try await values.perform { access, context in
            try await Diff(access.values)(
                references[0], references[1], note: note ?? "", mode: session.mode, as: context)
        }
        if session.format() == .table {
            try session.print(lines: differences.lines)
        } else {
            try session.print(one: differences, shape: FieldDifferences.shape)
        }
        return differences.isSame ? .done : .finding
    }
}
