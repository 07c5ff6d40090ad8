import ArgumentParser
import Inventory
import Operations

/// `curtain compare REF REF… --note TEXT`
struct CompareCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say whether values are the same, without showing them.",
        discussion: "Exit code 0 when all are the same, 3 when one differs.")

    @Argument(help: ArgumentHelp("Two values or more.", valueName: "ref"))
    var references: [String]

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if references.count < 2 { throw ValidationError("compare takes two references or more.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let references = try references.map { try Reference(parsing: $0) }
        let note = note ?? ""
        let values = ValueSession(session)
        try values.check("compare values", note: note, references: references)
        let comparison = try await values.perform { access, context in
            try await Compare(access.values)(
                references, note: note, mode: session.mode, as: context)
        }
        if session.format() == .table {
            try session.print(lines: lines(of: comparison))
        } else {
            try session.print(one: comparison, shape: Comparison.shape)
        }
        return comparison.isSame ? .done : .finding
    }

    private func lines(of comparison: Comparison) -> [String] {
        guard !comparison.isSame else { return ["same"] }
        return ["different"]
            + comparison.groups.enumerated().map { place, group in
                "  value \(place + 1): " + group.map(\.text).joined(separator: " ")
            }
    }
}
