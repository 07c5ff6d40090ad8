/// The line of each key of a TOML text, which the parser does not tell.
///
/// It knows as much of the grammar as that takes: headers, keys, and where a value ends. The parser proper
/// has the last word on what is TOML; of a text that is none the lines may be wrong.
struct TOMLLines {
    private var lines: [[String]: Int] = [:]
    private let text: [UInt8]
    private var position = 0
    private var line = 1
    /// What the parser proper must not see, since it ends the process over it (toml++ asserts in `parse_key` and
    /// `parse_value`): a table header without a name, a bracket that closes another kind. The first of them.
    private(set) var fault: (line: Int, what: String)?

    init(of text: String) {
        self.text = Array(text.utf8)
        var table: [String] = []
        if self.text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < self.text.count {
            skipBlanks()
            guard let byte = peek else { break }
            switch byte {
            case UInt8(ascii: "\n"): advance()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["):
                advance()
                if peek == UInt8(ascii: "[") { advance() }
                table = keys()
                if table.isEmpty { note(fault: "a table's name must follow its bracket: [reveal]") }
                note(table)
                skipLine()
            default:
                note(table + keys())
                skipValue()
            }
        }
    }

    /// The line of the key, or of the nearest thing around it; 1 if there is none.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    private var peek: UInt8? { position < text.count ? text[position] : nil }

    private mutating func advance() {
        if text[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private mutating func note(_ path: [String]) {
        for count in stride(from: 1, through: path.count, by: 1) where lines[Array(path[..<count])] == nil {
            lines[Array(path[..<count])] = line
        }
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D { advance() }
    }

    private mutating func skipLine() {
        while let byte = peek, byte != UInt8(ascii: "\n") { advance() }
    }

    /// `a."b.c".d`, up to what is no part of it.
    private mutating func keys() -> [String] {
        var result: [String] = []
        while true {
            skipBlanks()
            guard let byte = peek else { return result }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                result.append(quoted())
            } else {
                let start = position
                while let byte = peek, isBare(byte) { advance() }
                guard position > start else { return result }
                result.append(String(decoding: text[start..<position], as: UTF8.self))
            }
            skipBlanks()
            guard peek == UInt8(ascii: ".") else { return result }
            advance()
        }
    }

    private func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Passes a string of any of the four kinds and gives back what stands between its quotes.
    private mutating func quoted() -> String {
        let quote = text[position]
        let isLong = text[position...].starts(with: [quote, quote, quote])
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        let start = position
        while let byte = peek {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                advance()
                if peek != nil { advance() }
            } else if byte == quote, !isLong || text[position...].starts(with: [quote, quote, quote]) {
                break
            } else if byte == UInt8(ascii: "\n"), !isLong {
                break
            } else {
                advance()
            }
        }
        let result = String(decoding: text[start..<position], as: UTF8.self)
        while peek == quote { advance() }
        return result
    }

    /// From the equals sign to the end of the value's last line.
    private mutating func skipValue() {
        var open: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "\n"):
                if open.isEmpty { return }
                advance()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(byte)
                advance()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                // `]` and `}` stand two behind `[` and `{`.
                if open.popLast() != byte - 2 { note(fault: "a bracket closes what is not open") }
                advance()
            default: advance()
            }
        }
    }

    private mutating func note(fault what: String) {
        if fault == nil { fault = (line, what) }
    }
}
