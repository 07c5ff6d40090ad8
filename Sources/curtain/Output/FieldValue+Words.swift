extension FieldValue {
    /// The value for a person: lists and objects spelled out on one line.
    var words: String {
        switch self {
        case .null: "-"
        case .text(let text): text.isEmpty ? "-" : text
        case .flag(let flag): flag ? "yes" : "no"
        case .number, .fraction, .time: cell
        case .list(let elements): elements.isEmpty ? "-" : elements.map(\.words).joined(separator: ", ")
        case .object(let fields):
            fields.isEmpty ? "-" : fields.map { "\($0.name) \($0.value.words)" }.joined(separator: ", ")
        }
    }
}
