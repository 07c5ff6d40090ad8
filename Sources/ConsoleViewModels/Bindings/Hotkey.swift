import TerminalCanvas

/// A key that types a line after `:`, from keys.toml.
public struct Hotkey: Sendable, Equatable {
    public let key: Key
    /// What stands after the colon.
    public let command: String
    /// A few words for the help.
    public let words: String

    public init(key: Key, command: String, words: String) {
        self.key = key
        self.command = command
        self.words = words
    }
}
