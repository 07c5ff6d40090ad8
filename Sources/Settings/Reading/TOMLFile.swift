import TOMLKit

/// A TOML file's values, each with its path and its line. The only file that knows TOMLKit.
struct TOMLFile {
    /// A value, reduced to what settings and themes have.
    indirect enum Value: Equatable {
        case flag(Bool)
        case number(Int)
        case text(String)
        case array([Value])
        case table([String: Value])
        /// A float, a date or a time.
        case other(String)
    }

    struct Entry {
        let path: [String]
        let value: Value
        let line: Int
    }

    let path: String
    /// The keys of the top tables; a key outside a table has a path of one name.
    let entries: [Entry]
    private let lines: TOMLLines

    init(text: String, path: String) throws(SettingsError) {
        let lines = TOMLLines(of: text)
        if let fault = lines.fault { throw SettingsError(path, line: fault.line, "not TOML: \(fault.what)") }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(path, line: error.source.begin.line, "not TOML: \(error.description)")
        } catch {
            throw SettingsError(path, "not TOML")
        }
        self.path = path
        self.lines = lines
        var entries: [Entry] = []
        for (name, value) in Value.members(of: table) {
            if case .table(let inner) = value {
                for (key, value) in inner {
                    entries.append(Entry(path: [name, key], value: value, line: lines.line(of: [name, key])))
                }
            } else {
                entries.append(Entry(path: [name], value: value, line: lines.line(of: [name])))
            }
        }
        self.entries = entries.sorted { ($0.line, $0.path.joined()) < ($1.line, $1.path.joined()) }
    }

    /// The line of a key, or of the nearest thing around it.
    func line(of path: [String]) -> Int { lines.line(of: path) }
}

extension TOMLFile.Value {
    /// What it is, for an error.
    var words: String {
        switch self {
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .text: "a string"
        case .array: "an array"
        case .table: "a table"
        case .other(let words): words
        }
    }

    fileprivate static func members(of table: TOMLTable) -> [String: TOMLFile.Value] {
        var result: [String: TOMLFile.Value] = [:]
        for (name, value) in table { result[name] = TOMLFile.Value(value) }
        return result
    }

    private init(_ value: any TOMLValueConvertible) {
        switch value.type {
        case .bool: self = .flag(value.bool ?? false)
        case .int: self = .number(value.int ?? 0)
        case .string: self = .text(value.string ?? "")
        case .array: self = .array((value.array.map { Array($0) } ?? []).map { TOMLFile.Value($0) })
        case .table: self = .table(value.table.map(TOMLFile.Value.members) ?? [:])
        case .double: self = .other("a decimal number")
        case .date, .time, .dateTime: self = .other("a date or time")
        }
    }
}
