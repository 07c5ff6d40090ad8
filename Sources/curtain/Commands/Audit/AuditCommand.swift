import ArgumentParser

/// `curtain audit`
struct AuditCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Read and check the audit trail of this machine.",
        subcommands: [
            AuditTailCommand.self, AuditListCommand.self, AuditVerifyCommand.self, AuditExportCommand.self,
            AuditShipCommand.self, AuditAnchorCommand.self
        ])
}
