import StateFiles

/// keys.toml: other keys for actions, and keys for commands. What the names mean is for the console to say.
public struct KeyFile: Equatable, Sendable {
    /// The name of the file in the configuration folder, unless `ui.keys` says another.
    public static let fileName = "keys.toml"

    /// One line of `[keys]`: the keys that an action has instead of its own.
    public struct Binding: Equatable, Sendable {
        public let action: String
        public let keys: [String]
        public let line: Int
    }

    /// A table `[hotkey.NAME]`: a key that types a line after `:`.
    public struct Hotkey: Equatable, Sendable {
        public let name: String
        public let key: String
        public let command: String
        public let description: String
        /// Whether it may take a key that has a meaning already.
        public let overrides: Bool
        public let line: Int
    }

    public let path: String
    public let bindings: [Binding]
    public let hotkeys: [Hotkey]

    /// A file that is not there says nothing.
    ///
    /// - Throws: everything in it that is no key file, with its line.
    public init(path: String) throws(SettingsError) {
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try StateFile.contents(atPath: path, limit: 1 << 18)
        } catch {
            throw SettingsError(path, "\(error)")
        }
        guard let bytes else {
            self.init(path: path, bindings: [], hotkeys: [])
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SettingsError(path, "it is not UTF-8") }
        var reader = KeyFileReader(try TOMLFile(text: text, path: path))
        self = try reader.keyFile()
    }

    init(path: String, bindings: [Binding], hotkeys: [Hotkey]) {
        self.path = path
        self.bindings = bindings
        self.hotkeys = hotkeys
    }

    /// The line of an action's keys; nil if the file leaves them as they are.
    public func line(of action: String) -> Int? { bindings.first { $0.action == action }?.line }
}
