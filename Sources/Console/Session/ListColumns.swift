import ConsoleViewModels
import Inventory
import Settings

/// The columns that the configuration gives to lists.
public enum ListColumns {
    /// - Throws: a column that there is not, with the line of `ui.columns`.
    public static func read(_ settings: Settings) throws(SettingsError) -> [ResourceKind: [ListColumn]] {
        var result: [ResourceKind: [ListColumn]] = [:]
        for (list, words) in settings.columns.sorted(by: { $0.key < $1.key }) {
            guard let kind = ResourceKind(word: list) else { continue }
            let all = ListColumn.columns(of: kind, wide: true)
            var columns: [ListColumn] = []
            for word in words {
                guard let column = ListColumn(word: word), all.contains(column), !columns.contains(column) else {
                    throw SettingsError(
                        settings.origin(of: .columns),
                        "ui.columns.\(list): \(word) is no column of it, or is there twice; there are "
                            + all.map(\.word).joined(separator: ", "))
                }
                columns.append(column)
            }
            result[kind] = [.name] + columns.filter { $0 != .name }
        }
        return result
    }
}

extension SettingsError {
    fileprivate init(_ origin: SettingOrigin, _ message: String) {
        switch origin {
        case .file(let path, let line): self.init(path, line: line, message)
        case .standard, .environment, .commandLine: self.init(origin.words, message)
        }
    }
}
