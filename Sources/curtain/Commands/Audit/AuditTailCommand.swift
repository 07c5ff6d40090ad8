import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit tail`
struct AuditTailCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Print the last records of the audit trail.")

    @Option(name: .shortAndLong, help: ArgumentHelp("How many.", valueName: "count"))
    var number = 20

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if number < 1 { throw ValidationError("--number takes 1 or more, not \(number).") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let folder = try StateFolder.existing(at: session.folders.state)
        try session.print(
            folder.map { try AuditReader(of: $0).last(number) } ?? [],
            shape: AuditEntry.shape(share: session.mode.share))
        return .done
    }
}
