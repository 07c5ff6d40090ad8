import ArgumentParser
import Settings
import TerminalCanvas

/// `curtain themes list`
struct ThemesListCommand: RunnableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the themes.")

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var wrong = false
        var rows: [ListedTheme] = []
        for item in try session.themes.items() {
            do throws(SettingsError) {
                guard let theme = try session.themes.theme(named: item.name) else { continue }
                rows.append(ListedTheme(theme: theme, path: item.path))
            } catch {
                for problem in error.problems { StandardError.line("curtain: \(problem)") }
                wrong = true
            }
        }
        try session.print(rows, shape: ListedTheme.shape)
        return wrong ? .badInput : .done
    }
}

/// A theme and where it is.
private struct ListedTheme {
    let theme: Theme
    let path: String?

    static let shape = RowShape<ListedTheme>(
        fieldNames: ["name", "variant", "pair", "source", "license", "path"],
        fields: {
            [
                Field("name", .text($0.theme.name)), Field("variant", .text($0.theme.variant.rawValue)),
                Field("pair", FieldValue($0.theme.pair)), Field("source", FieldValue($0.theme.source)),
                Field("license", FieldValue($0.theme.license)), Field("path", FieldValue($0.path))
            ]
        },
        columns: [
            Column("NAME") { $0.theme.name }, Column("VARIANT") { $0.theme.variant.rawValue },
            Column("PAIR") { $0.theme.pair ?? "-" }, Column("WHERE") { $0.path ?? "built in" }
        ],
        name: \.theme.name)
}
