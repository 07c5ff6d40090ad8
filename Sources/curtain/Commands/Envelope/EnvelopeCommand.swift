import ArgumentParser

/// `curtain envelope`
struct EnvelopeCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "envelope",
        abstract: "Encrypt what is larger than KMS takes, under a data key that KMS encrypts.",
        discussion: "docs/envelope.md has both formats and what opens them.",
        subcommands: [
            EnvelopeSealCommand.self, EnvelopeOpenCommand.self, EnvelopeRewrapCommand.self, EnvelopeRenewCommand.self
        ])
}
