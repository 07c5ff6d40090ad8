import ConsoleViewModels
import Settings
import TerminalCanvas

extension KeyTable {
    /// The keys of the house with what a key file changes.
    ///
    /// - Throws: what the file asks for and cannot have, with the lines of all that it concerns.
    public init(_ file: KeyFile) throws(SettingsError) {
        let changes = Dictionary(file.bindings.map { ($0.action, $0.keys) }) { _, last in last }
        var table = KeyTable()
        do throws(KeyTableProblem) {
            table = try table.rebound(changes)
        } catch {
            throw SettingsError(error, in: file)
        }
        for hotkey in file.hotkeys {
            do throws(KeyTableProblem) {
                guard let key = Key(label: hotkey.key) else {
                    throw .unknownKey(hotkey.key, action: "hotkey.\(hotkey.name)")
                }
                table = try table.adding(
                    Hotkey(key: key, command: hotkey.command, words: hotkey.description), named: hotkey.name,
                    overrides: hotkey.overrides)
            } catch {
                throw SettingsError(file.path, line: hotkey.line, error.words)
            }
        }
        self = table
    }
}

extension SettingsError {
    /// Names the line of what is wrong and, of a conflict, where its other half comes from.
    fileprivate init(_ problem: KeyTableProblem, in file: KeyFile) {
        let lines = problem.names.map { (name: $0, line: file.line(of: $0)) }
        let first = lines.compactMap(\.line).max()
        var words = problem.words
        for other in lines where lines.count > 1 && other.line != first {
            words += other.line.map { "; \(other.name) is on line \($0)" } ?? "; \(other.name) has it by default"
        }
        self.init(file.path, line: first, words)
    }
}
