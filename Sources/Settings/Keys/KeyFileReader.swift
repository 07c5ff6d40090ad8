/// Makes a key file of TOML. Everything that is wrong is collected, with its line.
struct KeyFileReader {
    private let source: TOMLFile
    private var problems: [SettingsError.Problem] = []

    init(_ file: TOMLFile) { source = file }

    mutating func keyFile() throws(SettingsError) -> KeyFile {
        var bindings: [KeyFile.Binding] = []
        var hotkeys: [KeyFile.Hotkey] = []
        for entry in source.entries {
            switch (entry.path.first, entry.path.count, entry.value) {
            case ("keys", 2, let value):
                guard let keys = Self.keys(value) else {
                    complain(entry, "keys.\(entry.path[1]) must be a key such as \"x\", or an array of keys")
                    continue
                }
                bindings.append(KeyFile.Binding(action: entry.path[1], keys: keys, line: entry.line))
            case ("hotkey", 2, .table(let members)):
                if let hotkey = hotkey(members, of: entry) { hotkeys.append(hotkey) }
            default: complain(entry, "\(entry.path.joined(separator: ".")) is nothing that a key file has")
            }
        }
        guard problems.isEmpty else { throw SettingsError(problems) }
        return KeyFile(path: source.path, bindings: bindings, hotkeys: hotkeys)
    }

    private static func keys(_ value: TOMLFile.Value) -> [String]? {
        switch value {
        case .text(let key): return [key]
        case .array(let values):
            var keys: [String] = []
            for value in values {
                guard case .text(let key) = value else { return nil }
                keys.append(key)
            }
            return keys
        case .flag, .number, .table, .other: return nil
        }
    }

    private mutating func hotkey(_ members: [String: TOMLFile.Value], of entry: TOMLFile.Entry) -> KeyFile.Hotkey? {
        var texts: [String: String] = [:]
        var overrides = false
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("shortCut", .text(let text)), ("command", .text(let text)), ("description", .text(let text)):
                texts[name] = text
            case ("override", .flag(let flag)): overrides = flag
            case ("shortCut", _), ("command", _), ("description", _):
                complain(entry, name, "must be a string, not \(value.words)")
            case ("override", _): complain(entry, name, "must be true or false, not \(value.words)")
            default: complain(entry, name, "is no field; there are shortCut, command, description, override")
            }
        }
        guard let key = texts["shortCut"], let command = texts["command"], !command.isEmpty else {
            if problems.isEmpty { complain(entry, "hotkey.\(entry.path[1]) needs shortCut and command") }
            return nil
        }
        return KeyFile.Hotkey(
            name: entry.path[1], key: key, command: command, description: texts["description"] ?? command,
            overrides: overrides, line: entry.line)
    }

    private mutating func complain(_ entry: TOMLFile.Entry, _ message: String) {
        problems.append(.init(source.path, line: entry.line, message))
    }

    private mutating func complain(_ entry: TOMLFile.Entry, _ field: String, _ message: String) {
        let path = entry.path + [field]
        problems.append(.init(source.path, line: source.line(of: path), "\(path.joined(separator: ".")) \(message)"))
    }
}
