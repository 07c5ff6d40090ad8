import AccountAccess
import ArgumentParser
import Inventory
import Operations
import TerminalCanvas

/// `curtain show REF`
struct ShowCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about one thing but its value.",
        discussion: "Names of the fields of a JSON secret are part of its value and not shown.")

    @Argument(
        help: ArgumentHelp(
            "What to show: fn:NAME, env:FUNCTION/KEY, param:NAME, secret:NAME, key:ID.", valueName: "ref"))
    var reference: String

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let account = try AccountReader(session)
        let detail = try await account.details.detail(of: reference)
        let share = session.mode.share
        if case .variable(let function, let qualifier, let name) = reference {
            guard case .function(let row) = detail.row, let variable = row.variables.first(where: { $0.name == name })
            else {
                throw OperationFailure(
                    .notFound,
                    "\(reference): the function has no such variable; curtain show "
                        + Reference.function(name: function, qualifier: qualifier).text + " lists them")
            }
            try print(
                ShownVariable(reference: reference, function: row, variable: variable).fields(share: share),
                name: reference.text, in: session)
        } else {
            try print(detail.fields(share: share), name: detail.row.common.reference.text, in: session)
        }
        return .done
    }

    /// Prints fields as one object, or as pairs and sections for a person.
    private func print(_ fields: [Field], name: String, in session: Session) throws {
        guard session.format() == .table else {
            let shape = RowShape<[Field]>(
                fieldNames: fields.map(\.name), fields: { $0 }, columns: [], name: { _ in name })
            return try session.print(one: fields, shape: shape)
        }
        try session.print(pairs: fields.filter { !["sections", "variables"].contains($0.name) })
        for field in fields where field.name == "variables" { try print(variables: field.value, in: session) }
        for field in fields where field.name == "sections" { try print(sections: field.value, in: session) }
    }

    private func print(variables: FieldValue, in session: Session) throws {
        guard case .list(let variables) = variables, !variables.isEmpty else { return }
        let rows = variables.map { variable -> [String] in
            guard case .object(let fields) = variable else { return [] }
            return fields.map(\.value.words)
        }
        guard case .object(let first)? = variables.first else { return }
        var table = TablePrinter(
            titles: first.map { $0.name.uppercased() }, rightAligned: first.map { _ in false },
            bold: session.colours > .mono)
        try session.print(text: "\n" + table.lines(rows))
    }

    private func print(sections: FieldValue, in session: Session) throws {
        guard case .list(let sections) = sections else { return }
        for case .object(let section) in sections {
            let title = section.first { $0.name == "title" }?.value.words ?? ""
            try session.print(lines: ["", title])
            for field in section {
                if field.name == "problem", case .text(let problem) = field.value {
                    try session.print(lines: ["  ! " + problem])
                }
                guard field.name == "lines", case .list(let lines) = field.value else { continue }
                let pairs = lines.compactMap { line -> Field? in
                    guard case .object(let parts) = line, parts.count == 3 else { return nil }
                    return Field("  " + parts[0].value.words, parts[1].value)
                }
                try session.print(pairs: pairs)
            }
        }
    }
}
