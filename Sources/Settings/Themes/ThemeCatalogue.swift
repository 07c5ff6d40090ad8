import StateFiles
import TerminalCanvas

/// The themes of this installation: those built in, and a TOML file each in some folders.
///
/// A file of the person's own goes before a built-in theme of the same name, a file that came with the program
/// after it: it is the same theme, and the common start reads no TOML.
public struct ThemeCatalogue: Sendable {
    /// Where the package puts its themes.
    public static let systemFolder = "/usr/share/curtain/themes"

    /// One theme that can be chosen.
    public struct Item: Equatable, Sendable {
        public let name: String
        /// nil if it is built in.
        public let path: String?
    }

    /// Searched in their order: a theme in an earlier folder hides one of the same name in a later.
    public let folders: [String]

    public init(folders: [String]) { self.folders = folders }

    /// Every theme, sorted by name. A folder that is not there has none.
    public func items() throws(SettingsError) -> [Item] {
        var found: [String: String?] = [:]
        for folder in folders {
            for name in try ThemeCatalogue.names(in: folder) where found[name] == nil {
                found[name] = .some("\(folder)/\(name).toml")
            }
        }
        for name in Theme.builtInNames where isBuiltIn(name, at: found[name] ?? nil) { found[name] = .some(nil) }
        return found.map { Item(name: $0.key, path: $0.value) }.sorted { $0.name < $1.name }
    }

    /// The theme of this name; nil if there is none.
    public func theme(named name: String) throws(SettingsError) -> Theme? {
        // A name is a name: it leads to no other folder.
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
        if name == Theme.ansi16.name || name == Theme.mono.name { return Theme.builtIn(name) }
        for folder in folders where folder != ThemeCatalogue.systemFolder {
            if let theme = try ThemeCatalogue.theme(atPath: "\(folder)/\(name).toml") { return theme }
        }
        if let theme = Theme.builtIn(name) { return theme }
        guard folders.contains(ThemeCatalogue.systemFolder) else { return nil }
        return try ThemeCatalogue.theme(atPath: "\(ThemeCatalogue.systemFolder)/\(name).toml")
    }

    /// The theme of a file; nil if there is no such file.
    public static func theme(atPath path: String) throws(SettingsError) -> Theme? {
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try StateFile.contents(atPath: path, limit: 1 << 18)
        } catch {
            throw SettingsError(path, "\(error)")
        }
        guard let bytes else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsError(path, "it is not UTF-8")
        }
        var reader = ThemeReader(try TOMLFile(text: text, path: path))
        return try reader.theme()
    }

    /// Whether the built-in theme is meant although a file has its name.
    private func isBuiltIn(_ name: String, at path: String?) -> Bool {
        guard let path, name != Theme.ansi16.name, name != Theme.mono.name else { return true }
        return path.hasPrefix(ThemeCatalogue.systemFolder + "/")
    }

    private static func names(in path: String) throws(SettingsError) -> [String] {
        do throws(StateFilesError) {
            guard let folder = try StateFolder.existing(at: path) else { return [] }
            return try folder.names().filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
                .map { String($0.dropLast(5)) }
        } catch {
            throw SettingsError(path, "\(error)")
        }
    }
}
