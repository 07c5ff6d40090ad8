import ForeignText
import StrictJSON

/// Prints rows in the asked format as they come.
struct RowPrinter<Row, Sink: ByteSink>: Sendable {
    private let format: OutputFormat
    private let shape: RowShape<Row>
    private var sink: Sink
    private var table: TablePrinter
    private var count = 0

    /// `bold` marks the header of a table.
    init(_ format: OutputFormat, shape: RowShape<Row>, sink: Sink, bold: Bool = false) {
        self.format = format
        self.shape = shape
        self.sink = sink
        table = TablePrinter(
            titles: shape.columns.map(\.title), rightAligned: shape.columns.map { $0.alignment == .right }, bold: bold)
    }

    /// Prints a batch and hands it on at once: whoever reads a pipe sees each page when it arrives.
    mutating func print(_ rows: [Row]) throws(OutputError) {
        switch format {
        case .json:
            for row in rows {
                try sink.write(count == 0 ? "[\n" : ",\n")
                try sink.write(json(row))
                count += 1
            }
        // The runner refuses the last two for commands that have no writer of their own for them.
        case .jsonl, .sarif, .junit:
            for row in rows { try sink.write(json(row) + "\n") }
        case .table:
            if !rows.isEmpty {
                try sink.write(table.lines(rows.map { row in shape.columns.map { $0.cell(row) } }))
                count += rows.count
            }
        case .names:
            for row in rows { try sink.write(shape.name(row) + "\n") }
        case .csv:
            for row in rows {
                try csvHeader()
                try sink.write(CSVLine.text(shape.fields(row).map { ForeignText.visible($0.value.cell) }))
            }
        }
        try sink.flush()
    }

    /// Ends the output: closes the array, and gives an empty result its form.
    mutating func finish() throws(OutputError) {
        switch format {
        case .json: try sink.write(count == 0 ? "[]\n" : "\n]\n")
        case .csv: try csvHeader()
        case .table where count == 0: try sink.write(table.lines([]))
        case .jsonl, .table, .names, .sarif, .junit: break
        }
        try sink.flush()
    }

    private mutating func csvHeader() throws(OutputError) {
        guard count == 0 else { return }
        try sink.write(CSVLine.text(shape.fieldNames))
        count = 1
    }

    private func json(_ row: Row) -> String {
        var json = JSONWriter()
        json.object { for field in shape.fields(row) { field.write(to: &$0) } }
        return SafeJSON.text(json)
    }
}
