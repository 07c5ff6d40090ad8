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
        let detail = try await AccountReader(session).details.detail(of: reference)
        if case .variable = reference {
            try show(try variable(reference, in: detail), in: session)
        } else {
            try show(detail, in: session)
        }
        return .done
    }

    private func show(_ detail: ResourceDetail, in session: Session) throws {
        let share = session.mode.share
        guard session.format() == .table else {
            return try session.print(fields: detail.fields(share: share), name: detail.row.common.reference.text)
        }
        let layout = DetailLayout(detail, share: share)
        try session.print(pairs: layout.pairs)
        if let table = layout.variables(bold: session.colours > .mono) { try session.print(text: "\n" + table) }
        for (title, lines) in layout.sections {
            try session.print(lines: ["", title])
            try session.print(pairs: lines)
        }
    }

    private func show(_ variable: ShownVariable, in session: Session) throws {
        let fields = variable.fields(share: session.mode.share)
        guard session.format() == .table else {
            return try session.print(fields: fields, name: variable.reference.text)
        }
        try session.print(pairs: fields)
    }

    private func variable(_ reference: Reference, in detail: ResourceDetail) throws -> ShownVariable {
        guard case .variable(let function, let qualifier, let name) = reference, case .function(let row) = detail.row,
            let variable = row.variables.first(where: { $0.name == name })
        else {
            throw OperationFailure(
                .notFound, "\(reference): the function has no such variable; curtain show lists those it has")
        }
        return ShownVariable(
            reference: .variable(function: function, qualifier: qualifier, name: name), function: row,
            variable: variable)
    }
}
