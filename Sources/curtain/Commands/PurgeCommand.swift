import ArgumentParser
import Glibc
import Operations
import StateFiles

/// `curtain purge`
struct PurgeCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Remove the cache; on request also the state with its audit trail and fingerprint key.",
        discussion: """
            Without the state nobody can show any more who saw which value and why, older fingerprints compare \
            with nothing, and unfinished plans can be neither resumed nor rolled back.
            """)

    @Flag(name: .long, help: "Also remove plans, incidents, the audit trail and the fingerprint key.")
    var state = false

    @Flag(name: .long, help: "Do not ask.")
    var yes = false

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var paths = OwnFolder.present(OwnFolder.cacheNames, in: session.folders.cache)
        if state {
            if session.mode.readOnly {
                throw OperationFailure(.denied, "will not remove the audit trail in read-only mode; leave it first")
            }
            let own = OwnFolder.present(
                OwnFolder.stateNames + OwnFolder.trailParts(in: session.folders.state), in: session.folders.state)
            if !own.isEmpty, !yes { try confirm(session, own) }
            paths += own
        }
        try OwnFolder.remove(paths)
        try session.print(paths.map { Removed(path: $0) }, shape: Removed.shape)
        return .done
    }

    /// Has the word typed; without a terminal `--yes` is needed.
    private func confirm(_ session: Session, _ paths: [String]) throws {
        guard !session.options.noInput, isatty(STDIN_FILENO) == 1 else {
            throw OperationFailure(.usage, "removing the audit trail and the fingerprint key needs --yes")
        }
        for path in paths { StandardError.line("will be removed: " + path) }
        StandardError.line(
            "Nobody can show any more who saw which value and why; fingerprints start anew. Type PURGE to go on:")
        guard readLine() == "PURGE" else { throw OperationFailure(.failed, "nothing was removed") }
    }
}

extension PurgeCommand {
    private struct Removed {
        let path: String

        static let shape = RowShape<Removed>(
            fieldNames: ["removed"], fields: { [Field("removed", .text($0.path))] },
            columns: [Column("REMOVED") { $0.path }], name: \.path)
    }
}
