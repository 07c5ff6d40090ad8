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

    /// The asked format, or the one that suits the command.
    func format(otherwise usual: OutputFormat = .table) -> OutputFormat { options.output ?? usual }

    /// How many colours standard output is trusted with.
    var colours: ColourDepth {
        let environment = environment
        return ColourPolicy(noColourFlag: options.noColor, environment: { environment[$0] })
            .decide(.init(colours: 256, isTerminal: isatty(STDOUT_FILENO) == 1)).depth
    }

    /// Prints all rows of a command that has them at once.
    func print<Row>(_ rows: [Row], shape: RowShape<Row>) throws {
        var printer = RowPrinter(format(), shape: shape, sink: DescriptorSink.standardOutput, bold: colours > .mono)
        try printer.print(rows)
        try printer.finish()
    }
}
