import ArgumentParser

/// `curtain incident`
struct IncidentCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Lead an incident from a leaked value to a written report.",
        subcommands: [
            IncidentOpenCommand.self, IncidentAttachCommand.self, IncidentSetCommand.self, IncidentNoteCommand.self,
            IncidentDecisionCommand.self, IncidentTodoCommand.self, IncidentTimelineCommand.self,
            IncidentTriageCommand.self, IncidentContainCommand.self, IncidentUndoCommand.self,
            IncidentWatchCommand.self, IncidentEradicateCommand.self,
            IncidentExportCommand.self, IncidentImportCommand.self, IncidentCloseCommand.self, IncidentListCommand.self
        ])
}
