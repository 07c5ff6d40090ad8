import StateFiles

extension Settings {
    /// The name of the file in the configuration folder.
    public static let fileName = "config.toml"

    /// The settings of a file and the environment.
    ///
    /// - Parameters:
    ///   - path: the configuration file.
    ///   - isRequired: whether it must be there: it was named with `--config`. Without it a missing file is
    ///     no fault, and nothing of TOML is touched.
    /// - Throws: everything that is wrong in the file, or in the environment's variables.
    public init(path: String, isRequired: Bool = false, environment: [String: String]) throws(SettingsError) {
        self.init()
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try StateFile.contents(atPath: path, limit: 1 << 20)
        } catch {
            throw SettingsError([SettingsError.Problem(path, line: nil, "\(error)")])
        }
        if let bytes {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw SettingsError(path, "it is not UTF-8")
            }
            try apply(TOMLFile(text: text, path: path))
        } else if isRequired {
            throw SettingsError(path, "there is no such file")
        }
        try apply(environment: environment)
    }

    /// Sets what the environment says. An empty variable says nothing.
    mutating func apply(environment: [String: String]) throws(SettingsError) {
        for key in SettingKey.allCases {
            guard let variable = key.variable, let text = environment[variable], !text.isEmpty else { continue }
            guard let value = key.value(ofVariable: text) else {
                throw SettingsError(variable, "must be 1 or 0")
            }
            set(key, to: value, from: .environment(variable: variable))
        }
    }

    private mutating func apply(_ file: TOMLFile) throws(SettingsError) {
        var problems: [SettingsError.Problem] = []
        for entry in file.entries {
            let name = entry.path.joined(separator: ".")
            guard let key = SettingKey(rawValue: name) else {
                problems.append(.init(file.path, line: entry.line, Settings.unknown(name)))
                continue
            }
            guard let value = key.kind.value(of: entry.value) else {
                let found = entry.value.words
                problems.append(
                    .init(file.path, line: entry.line, "\(name) must be \(key.kind.words), not \(found)"))
                continue
            }
            set(key, to: value, from: .file(path: file.path, line: entry.line))
        }
        guard problems.isEmpty else {
            throw SettingsError(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
    }

    private static func unknown(_ name: String) -> String {
        let near = SettingKey.allCases.filter { $0.name == name || $0.rawValue.hasPrefix(name) }
        guard let first = near.first, near.count == 1 else { return "\(name) is no setting" }
        return "\(name) is no setting; did you mean \(first.rawValue)?"
    }
}

extension SettingKey {
    /// What a variable's text means; nil if a flag is neither on nor off.
    func value(ofVariable text: String) -> SettingValue? {
        guard kind == .flag else { return .text(text) }
        switch text.lowercased() {
        case "1", "true", "yes", "on": return .flag(true)
        case "0", "false", "no", "off": return .flag(false)
        default: return nil
        }
    }
}
