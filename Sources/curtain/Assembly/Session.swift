import ForeignText
import Glibc
import Operations
import StateFiles
import TerminalCanvas

/// What a command has at hand: its options, its folders and its modes. Whatever costs a file or a
/// connection is made on demand.
struct Session: Sendable {
    let options: GlobalOptions
    let environment: ProcessEnvironment
    let folders: StandardFolders

    init(options: GlobalOptions, environment: ProcessEnvironment = .ofProcess) throws {
        self.options = options
        self.environment = environment
        folders = try StandardFolders(
            environment: environment.values(of: [
                "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "CURTAIN_CONFIG_DIR",
                "CURTAIN_STATE_DIR", "CURTAIN_CACHE_DIR"
            ]))
    }

    /// What the person has switched on.
    var mode: AccessMode {
        AccessMode(
            readOnly: options.readOnly || environment.isOn("CURTAIN_READ_ONLY"),
            share: options.share || environment.isOn("CURTAIN_SHARE"))
    }

    /// The asked format, or the one that suits the command.
    func format(otherwise usual: OutputFormat = .table) -> OutputFormat { options.output ?? usual }

    /// How many colours standard output is trusted with.
    var colours: ColourDepth {
        let environment = environment
        return ColourPolicy(noColourFlag: options.noColor, environment: { environment[$0] })
            .decide(.init(colours: 256, isTerminal: isatty(STDOUT_FILENO) == 1)).depth
    }

    /// A printer of rows onto standard output.
    func printer<Row>(_ shape: RowShape<Row>) -> RowPrinter<Row, DescriptorSink> {
        RowPrinter(format(), shape: shape, sink: .standardOutput, bold: colours > .mono)
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
        var printer = RowPrinter(.jsonl, shape: shape, sink: DescriptorSink.standardOutput)
        try printer.print([row])
        try printer.finish()
    }

    /// Prints lines for a person.
    func print(lines: [String]) throws {
        var sink = DescriptorSink.standardOutput
        for line in lines { try sink.write(ForeignText.visible(line) + "\n") }
        try sink.flush()
    }
}
