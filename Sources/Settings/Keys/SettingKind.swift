/// What a key's value must be.
public enum SettingKind: Equatable, Sendable {
    case flag
    /// A whole number in this range, of this unit.
    case number(ClosedRange<Int>, unit: String)
    /// Any text; the empty one means that it is not set.
    case text
    /// One of these words.
    case word([String])
    case list
    /// Lists by name.
    case lists([String])

    /// `a whole number of seconds from 1 to 3600`
    public var words: String {
        switch self {
        case .flag: "true or false"
        case .number(let range, let unit): "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)"
        case .text: "a string"
        case .word(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        case .list: "an array of strings"
        case .lists(let names): "a table with arrays of strings, named \(names.joined(separator: ", "))"
        }
    }
}
