import ArgumentParser

/// `curtain plan`
struct PlanCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan a change from end to end; nothing is changed.",
        discussion: "A plan is a file that holds no value: it can be read, mailed, and applied by someone else.",
        subcommands: [
            PlanRotateCommand.self, PlanRedeployCommand.self, PlanSetCommand.self, PlanMoveCommand.self,
            PlanCodeCommand.self, PlanEnvelopeCommand.self, PlanShowCommand.self
        ])
}
