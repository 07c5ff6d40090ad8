/// What this installation has decided: the defaults, config.toml, the environment and the command line, the
/// later before the earlier.
public struct Settings: Equatable, Sendable {
    /// A value and where it came from.
    struct Entry: Equatable {
        var value: SettingValue
        var origin: SettingOrigin
    }

    private var entries: [SettingKey: Entry] = [:]

    /// The defaults.
    public init() {}

    public subscript(key: SettingKey) -> SettingValue { entries[key]?.value ?? key.standard }

    public func origin(of key: SettingKey) -> SettingOrigin { entries[key]?.origin ?? .standard }

    /// Sets a key, in place of what came before. The value must be of the key's kind.
    public mutating func set(_ key: SettingKey, to value: SettingValue, from origin: SettingOrigin) {
        entries[key] = Entry(value: value, origin: origin)
    }

    func number(_ key: SettingKey) -> Int {
        if case .number(let number) = self[key] { number } else { 0 }
    }

    func flag(_ key: SettingKey) -> Bool {
        if case .flag(let flag) = self[key] { flag } else { false }
    }

    /// nil if it is empty.
    func text(_ key: SettingKey) -> String? {
        if case .text(let text) = self[key], !text.isEmpty { text } else { nil }
    }

    func list(_ key: SettingKey) -> [String] {
        if case .list(let list) = self[key] { list } else { [] }
    }
}
