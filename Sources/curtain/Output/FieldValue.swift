import FoundationEssentials
import StrictJSON

/// What a printed field holds. There is no case for a value of a secret.
indirect enum FieldValue: Sendable, Equatable {
    /// Not told by the call that made the row.
    case null
    case text(String)
    case number(Int)
    case fraction(Double)
    case flag(Bool)
    case time(Date)
    case list([FieldValue])
    case object([Field])

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
    init(_ time: Date?) { self = time.map { .time($0) } ?? .null }
    init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .null }
    init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

    func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .text(let text): json.string(text)
        case .number(let number): json.int(number)
        case .fraction(let number): json.double(number)
        case .flag(let flag): json.bool(flag)
        case .time(let time): json.string(Timestamp.text(time))
        case .list(let elements):
            json.array { for element in elements { element.write(to: &$0) } }
        case .object(let fields):
            json.object { for field in fields { field.write(to: &$0) } }
        }
    }

    /// One cell: plain for what is flat, JSON for what is nested, empty for what is not told.
    var cell: String {
        switch self {
        case .null: return ""
        case .text(let text): return text
        case .number(let number): return String(number)
        case .fraction(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .time(let time): return Timestamp.text(time)
        case .list, .object:
            var json = JSONWriter()
            write(to: &json)
            return SafeJSON.text(json)
        }
    }
}
