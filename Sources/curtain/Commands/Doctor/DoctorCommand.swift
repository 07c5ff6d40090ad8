import ArgumentParser

/// `curtain doctor`
struct DoctorCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check this machine, this terminal and this account for what curtain needs.",
        discussion: "Each line is ok, warn or fail, and says what to do. Exit code 3 when a line says fail.")

    static let toleratesWrongSettings = true

    @Flag(name: .long, help: "Call nothing: leave out what needs AWS.")
    var offline = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var findings = ProcessCheckup.findings()
        findings += TerminalCheckup(session.environment).findings()
        findings += FileCheckup(session).findings()
        findings += await AccountCheckup(session, callsAWS: !offline).findings()
        try session.print(findings, shape: DoctorFinding.shape)
        return findings.contains { $0.state == .fail } ? .finding : .done
    }
}
