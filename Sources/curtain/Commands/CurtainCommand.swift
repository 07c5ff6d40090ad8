import ArgumentParser

/// The root of the command tree; alone it is the console.
struct CurtainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curtain",
        abstract: "A console for the secrets of AWS Lambda applications, closed by default.",
        discussion: """
            Without a command, curtain opens the console; that needs a terminal. Values are shown only by \
            `reveal`, one at a time, after the reason is on disk.
            """,
        version: Version.text,
        subcommands: [
            WhoAmICommand.self,
            LoginCommand.self,
            ListCommand.self,
            ShowCommand.self,
            RevealCommand.self,
            CompareCommand.self,
            CopyCommand.self,
            UsedByCommand.self,
            ReachCommand.self,
            DriftCommand.self,
            AccessCommand.self,
            PlanCommand.self,
            ApplyCommand.self,
            StatusCommand.self,
            ResumeCommand.self,
            RollbackCommand.self,
            StopCommand.self,
            RetireCommand.self,
            SummaryCommand.self,
            PlansCommand.self,
            EnvelopeCommand.self,
            DiffCommand.self,
            HistoryCommand.self,
            MatchCommand.self,
            IncidentCommand.self,
            CheckCommand.self,
            AdviseCommand.self,
            CostCommand.self,
            PolicyCommand.self,
            AuditCommand.self,
            ShareCommand.self,
            MFACommand.self,
            ThemesCommand.self,
            ConfigCommand.self,
            DoctorCommand.self,
            DemoCommand.self,
            PurgeCommand.self
        ])

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    /// Opens the console; without a terminal it says how to use the command line instead.
    func open() -> ExitStatus {
        if let obstacle = ConsoleEntry.obstacle(.ofProcess, lines: global.accessible) {
            return UsageReport(
                // The reason last: help is longer than a window.
                status: .usage, text: Self.helpMessage() + "\n\ncurtain: \(obstacle); use one of its commands."
            ).print()
        }
        return ConsoleEntry.open(global, environment: .ofProcess)
    }
}
