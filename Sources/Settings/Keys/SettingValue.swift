/// A key's value.
public enum SettingValue: Equatable, Sendable {
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([String])
    case lists([String: [String]])

    /// As it would stand in config.toml.
    public var toml: String {
        switch self {
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .text(let text): SettingValue.quoted(text)
        case .list(let list): "[" + list.map(SettingValue.quoted).joined(separator: ", ") + "]"
        case .lists(let lists):
            lists.isEmpty
                ? "{}"
                : "{ "
                    + lists.sorted { $0.key < $1.key }.map { "\($0.key) = \(SettingValue.list($0.value).toml)" }
                    .joined(separator: ", ") + " }"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
