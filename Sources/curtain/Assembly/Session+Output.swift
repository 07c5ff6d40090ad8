import ForeignText
import Glibc
import Operations
import TerminalCanvas

extension Session {
    /// The asked format, or the one that suits the command.
    func format(otherwise usual: OutputFormat = .table) -> OutputFormat { options.output ?? usual }

    /// How many colours standard output is trusted with.
    var colours: ColourDepth {
        let environment = environment
        return ColourPolicy(noColourFlag: options.noColor, environment: { environment[$0] })
            .decide(.init(colours: 256, isTerminal: isatty(STDOUT_FILENO) == 1)).depth
    }

    /// Standard output; in share mode it shortens account ids and session names.
    var standardOutput: DescriptorSink { .standardOutput(isShared: mode.share) }

    /// A printer of rows onto standard output.
    func printer<Row>(_ shape: RowShape<Row>) -> RowPrinter<Row, DescriptorSink> {
        RowPrinter(format(), shape: shape, sink: standardOutput, bold: colours > .mono)
    }

    /// Prints all rows of a command that has them at once.
    func print<Row>(_ rows: [Row], shape: RowShape<Row>) throws {
        var printer = printer(shape)
        try printer.print(rows)
        try printer.finish()
    }

    /// Prints the one thing a command is about: an object in `json`, not an array.
    func print<Row>(one row: Row, shape: RowShape<Row>) throws {
        guard format() == .json else { return try print([row], shape: shape) }
        var printer = RowPrinter(.jsonl, shape: shape, sink: standardOutput)
        try printer.print([row])
        try printer.finish()
    }

    /// Prints one thing whose fields go by what it is.
    func print(fields: [Field], name: String) throws {
        try print(
            one: fields,
            shape: RowShape<[Field]>(
                fieldNames: fields.map(\.name), fields: { $0 }, columns: [], name: { _ in name }))
    }

    /// Prints lines for a person.
    func print(lines: [String]) throws {
        var sink = standardOutput
        for line in lines { try sink.write(ForeignText.visible(line) + "\n") }
        try sink.flush()
    }

    /// Prints text that has been laid out and cleaned.
    func print(text: String) throws {
        var sink = standardOutput
        try sink.write(text)
        try sink.flush()
    }

    /// Prints names and values for a person, a pair a line.
    func print(pairs: [Field]) throws {
        let width = pairs.map(\.name.count).max() ?? 0
        try print(
            lines: pairs.map { pair in
                let padding = String(repeating: " ", count: width - pair.name.count + 2)
                return pair.value == .text("") ? pair.name : pair.name + padding + pair.value.words
            })
    }
}
