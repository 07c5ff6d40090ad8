extension SettingKind {
    /// The setting that a TOML value stands for; nil if it is not what it must be.
    func value(of value: TOMLFile.Value) -> SettingValue? {
        switch (self, value) {
        case (.flag, .flag(let flag)): .flag(flag)
        case (.number(let range, _), .number(let number)): range.contains(number) ? .number(number) : nil
        case (.text, .text(let text)): .text(text)
        case (.word(let words), .text(let text)): words.contains(text) ? .text(text) : nil
        case (.list, .array(let values)): SettingKind.strings(values).map { .list($0) }
        case (.lists(let names), .table(let tables)): SettingKind.lists(tables, named: names)
        case (.flag, _), (.number, _), (.text, _), (.word, _), (.list, _), (.lists, _): nil
        }
    }

    private static func strings(_ values: [TOMLFile.Value]) -> [String]? {
        var result: [String] = []
        for value in values {
            guard case .text(let text) = value else { return nil }
            result.append(text)
        }
        return result
    }

    private static func lists(_ tables: [String: TOMLFile.Value], named names: [String]) -> SettingValue? {
        var result: [String: [String]] = [:]
        for (name, value) in tables {
            guard names.contains(name), case .array(let values) = value, let list = strings(values) else {
                return nil
            }
            result[name] = list
        }
        return .lists(result)
    }
}
