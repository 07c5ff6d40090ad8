import ArgumentParser

/// `curtain config`
struct ConfigCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "See the configuration.",
        subcommands: [ConfigPathCommand.self, ConfigShowCommand.self, ConfigCheckCommand.self])
}
