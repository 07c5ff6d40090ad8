import ArgumentParser
import StateFiles

/// `curtain config path`
struct ConfigPathCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print where configuration, state and cache are.")

    static let toleratesWrongSettings = true

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let folders = session.folders
        let rows = [
            Place(what: "config", path: Session.configurationFile(session.options, folders)),
            Place(what: "themes", path: folders.configuration + "/themes"),
            Place(what: "keys", path: folders.configuration + "/keys.toml"),
            Place(what: "state", path: folders.state),
            Place(what: "audit", path: folders.state + "/audit.jsonl"),
            Place(what: "cache", path: folders.cache)
        ]
        try session.print(rows, shape: Place.shape)
        return .done
    }
}

extension ConfigPathCommand {
    private struct Place {
        let what: String
        let path: String

        static let shape = RowShape<Place>(
            fieldNames: ["what", "path"],
            fields: { [Field("what", .text($0.what)), Field("path", .text($0.path))] },
            columns: [Column("WHAT") { $0.what }, Column("PATH") { $0.path }], name: \.path)
    }
}
