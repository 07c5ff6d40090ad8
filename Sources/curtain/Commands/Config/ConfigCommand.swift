import ArgumentParser

/// `curtain config`
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "See the configuration.",
        subcommands: [ConfigPathCommand.self])
}
