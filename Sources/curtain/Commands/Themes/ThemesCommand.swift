import ArgumentParser

/// `curtain themes`
struct ThemesCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "See the themes of the console.",
        subcommands: [
            ThemesListCommand.self, ThemesPreviewCommand.self, ThemesCheckCommand.self, ThemesImportCommand.self
        ])
}
