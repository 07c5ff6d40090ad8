import ArgumentParser
import Console
import ConsoleViewModels
import Settings
import StateFiles

/// `curtain config check`
struct ConfigCheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the configuration file and the key file; every wrong line is named.",
        discussion: "Exit code 65 when something is wrong.")

    static let toleratesWrongSettings = true

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let path = Session.configurationFile(session.options, session.folders)
        guard session.settingsProblems.isEmpty else {
            for problem in session.settingsProblems { StandardError.line("curtain: \(problem)") }
            return .badInput
        }
        // The console reads these when it opens.
        let keys = try session.keyFile()
        _ = try KeyTable(keys)
        _ = try ListColumns.read(session.settings)
        if !session.options.quiet { StandardError.line("curtain: \(path): ok") }
        return .done
    }
}
