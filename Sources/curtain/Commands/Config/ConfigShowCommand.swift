import ArgumentParser
import Settings

/// `curtain config show`
struct ConfigShowCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print every setting in force and where it comes from.",
        discussion: "Without -o it is TOML that can be read again.")

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if session.options.output == nil {
            try session.print(
                lines: session.settings.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        } else {
            try session.print(session.settings.listing, shape: Settings.Line.shape)
        }
        return .done
    }
}

extension Settings.Line {
    fileprivate static let shape = RowShape<Settings.Line>(
        fieldNames: ["key", "value", "origin"],
        fields: {
            [
                Field("key", .text($0.key.rawValue)), Field("value", .text($0.value)),
                Field("origin", .text($0.origin))
            ]
        },
        columns: [Column("KEY") { $0.key.rawValue }, Column("VALUE") { $0.value }, Column("FROM") { $0.origin }],
        name: { $0.key.rawValue })
}
