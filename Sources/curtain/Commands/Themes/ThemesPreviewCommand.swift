import ArgumentParser
import Operations
import Settings
import TerminalCanvas

/// `curtain themes preview NAME`
struct ThemesPreviewCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Print every role of a theme in its colours.")

    @Argument(help: ArgumentHelp("The theme; the one in force if left out.", valueName: "name"))
    var name: String?

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let depth = session.colours
        if let name, !name.hasPrefix("auto"), try session.themes.theme(named: name) == nil {
            throw OperationFailure(.notFound, "there is no theme \(name); curtain themes list has them")
        }
        let theme = try session.themes.choose(name ?? session.settings.theme, depth: .trueColour, background: nil)
            .shown(in: depth)
        let width = StyleRole.allCases.map(\.themeKey.count).max() ?? 0
        var sink = session.standardOutput
        for role in StyleRole.allCases {
            let label = role.themeKey + String(repeating: " ", count: width - role.themeKey.count)
            let style = SelectGraphicRendition.text(theme[role])
            let sample = " The curtain is closed by default. "
            try sink.write(
                label + "  " + (style.isEmpty ? sample : style + sample + SelectGraphicRendition.reset) + "\n")
        }
        try sink.flush()
        return .done
    }
}
