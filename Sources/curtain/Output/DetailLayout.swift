import Inventory

/// How the detail of one thing stands on the screen of a command: its fields, its variables, its sections.
struct DetailLayout {
    private let detail: ResourceDetail
    private let share: Bool

    /// Share mode leaves out every size.
    init(_ detail: ResourceDetail, share: Bool) {
        self.detail = detail
        self.share = share
    }

    /// The fields of the row, a pair a line; variables have a table of their own.
    var pairs: [Field] { detail.row.fields(share: share).filter { $0.name != "variables" } }

    /// The table of a function's variables; nil if there are none.
    func variables(bold: Bool) -> String? {
        guard case .function(let row) = detail.row, !row.variables.isEmpty else { return nil }
        let columns: [Column<FunctionRow.Variable>] =
            [Column("VARIABLE") { $0.name }] + (share ? [] : [Column("SIZE") { $0.size.rawValue }])
            + [Column("SOURCE") { $0.source.rawValue }, Column("OF") { $0.of?.text ?? "-" }]
        var table = TablePrinter(
            titles: columns.map(\.title), rightAligned: columns.map { _ in false }, bold: bold)
        return table.lines(row.variables.map { variable in columns.map { $0.cell(variable) } })
    }

    /// Each section's title and lines; an empty one says so, one that could not be read says why.
    var sections: [(title: String, lines: [Field])] {
        detail.sections.map { section in
            var lines = section.lines.map { Field("  " + $0.label, .text($0.text)) }
            if let problem = section.problem { lines.append(Field("  !", .text(problem))) }
            return (section.title, lines.isEmpty ? [Field("  none", .text(""))] : lines)
        }
    }
}
