import ArgumentParser
import Operations
import Settings
import TerminalCanvas

/// `curtain themes check [NAME-or-FILE…]`
struct ThemesCheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check that themes can be read in every number of colours.",
        discussion: "Exit code 3 when a role misses its contrast, 65 when a file is no theme.")

    static let callsAWS = false

    @Argument(help: ArgumentHelp("Themes by name, or files; all of them if left out.", valueName: "theme"))
    var themes: [String] = []

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let names = try themes.isEmpty ? session.themes.items().map(\.name) : themes
        var status = ExitStatus.done
        var sink = session.standardOutput
        for name in names {
            guard let theme = try theme(name, session) else {
                throw OperationFailure(.notFound, "there is no theme \(name); curtain themes list has them")
            }
            var lines: [String] = []
            for depth in [ColourDepth.trueColour, .indexed256, .ansi16] {
                lines += theme.problems(in: depth).map { "\(theme.name): \($0.text) in \(depth.words)" }
            }
            if !lines.isEmpty { status = .finding }
            if lines.isEmpty, !session.options.quiet { lines = ["\(theme.name): ok"] }
            for line in lines { try sink.write(line + "\n") }
        }
        try sink.flush()
        return status
    }

    private func theme(_ name: String, _ session: Session) throws(SettingsError) -> Theme? {
        name.contains("/") || name.hasSuffix(".toml")
            ? try ThemeCatalogue.theme(atPath: name) : try session.themes.theme(named: name)
    }
}

extension ColourDepth {
    fileprivate var words: String {
        switch self {
        case .trueColour: "true colour"
        case .indexed256: "256 colours"
        case .ansi16: "16 colours"
        case .mono: "no colours"
        }
    }
}
