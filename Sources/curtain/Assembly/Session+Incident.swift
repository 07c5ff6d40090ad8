import Operations
import StateFiles

extension Session {
    /// The incident that this command works for: the one that `--incident` names, or else the attached one; nil
    /// outside of an incident. Reads the state folder and changes nothing.
    func incident() throws(OperationFailure) -> IncidentID? {
        if let name = options.incident { return try IncidentID(name) }
        let state: StateFolder?
        do throws(StateFilesError) { state = try StateFolder.existing(at: folders.state) } catch {
            throw OperationFailure(.auditUnwritable, "\(error)")
        }
        return try state.map { state throws(OperationFailure) in try IncidentStore(in: state).attached() } ?? nil
    }
}

extension Session {
    /// The same session with one region; for a command that goes through several of them itself.
    func inRegion(_ region: String?) -> Session {
        var session = self
        session.options.region = region
        return session
    }
}
