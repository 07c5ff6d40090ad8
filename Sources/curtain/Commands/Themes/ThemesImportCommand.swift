import ArgumentParser
import Operations
import Settings
import StateFiles
import TerminalCanvas

/// `curtain themes import FILE`
struct ThemesImportCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a theme of a base16 scheme.",
        discussion: """
            The theme goes into the folder of your themes. Colours that could not be read on their ground are moved in \
            lightness; the published ones stand beside them.
            """)

    static let callsAWS = false

    @Argument(help: ArgumentHelp("The scheme's YAML file.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The theme's name; the scheme's own if left out.", valueName: "name"))
    var name: String?

    @Flag(name: .long, help: "Take the place of a theme of the same name.")
    var replace = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let scheme = try Base16Scheme(atPath: file)
        let name = name ?? scheme.fileName
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), !name.contains("\""),
            name != Theme.ansi16.name, name != Theme.mono.name
        else {
            throw OperationFailure(.usage, "a theme cannot be called that; give it a --name")
        }
        let folder = try StateFolder(at: session.folders.configuration + "/themes")
        let fileName = name + ".toml"
        if !replace, try folder.contents(of: fileName) != nil {
            throw OperationFailure(.usage, "there is a theme \(name) already; --replace takes its place")
        }
        let (text, moved) = scheme.themeFile(named: name)
        try folder.replace(fileName, with: Array(text.utf8))
        var sink = session.standardOutput
        try sink.write("\(folder.path)/\(fileName)\n")
        try sink.flush()
        if !moved.isEmpty, !session.options.quiet {
            StandardError.line("curtain: moved in lightness for their contrast: \(moved.joined(separator: ", "))")
        }
        return .done
    }
}
