import ArgumentParser
import Settings
import StateFiles

/// `curtain config check`
struct ConfigCheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the configuration file; every wrong line is named.",
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
        if !session.options.quiet { StandardError.line("curtain: \(path): ok") }
        return .done
    }
}
