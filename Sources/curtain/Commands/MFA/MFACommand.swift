import ArgumentParser

/// `curtain mfa`
struct MFACommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "mfa", abstract: "Set up and enter the second factor that reveal.require_mfa_minutes asks for.",
        subcommands: [MFAEnrolCommand.self, MFAEnterCommand.self])
}
