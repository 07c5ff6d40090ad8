import ArgumentParser
import FoundationEssentials
import Operations

/// `curtain incident list`
struct IncidentListCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the incidents of this machine.")

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let incidents = try desk.store.ids().map { id in Incident(id, try desk.store.log(id).timeline()) }
        try session.print(
            incidents.sorted { ($0.opened?.time ?? .distantPast) < ($1.opened?.time ?? .distantPast) },
            shape: Incident.shape)
        return .done
    }
}
