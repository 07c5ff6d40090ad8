extension YAMLParser {
    /// The byte at the position; a line break behind the end.
    var byte: UInt8 { position < bytes.count ? bytes[position] : 0x0A }

    /// How far the line that begins at the position is indented.
    var indentation: Int {
        var end = position
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end - position
    }

    /// The column of the position.
    var column: Int {
        var start = position
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return position - start
    }

    var isAtEndOfLine: Bool { byte == 0x0A || byte == 0x0D || isComment(at: position) }

    var isDash: Bool {
        guard byte == UInt8(ascii: "-") else { return false }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0x0A
        return [0x20, 0x09, 0x0A, 0x0D].contains(next)
    }

    var isBlankLine: Bool {
        var end = position
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return end < bytes.count && (bytes[end] == 0x0A || bytes[end] == 0x0D)
    }

    /// Whether a comment begins there: a # at the start of the line or behind a blank.
    func isComment(at place: Int) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "#") else { return false }
        return place == 0 || [0x20, 0x09, 0x0A].contains(bytes[place - 1])
    }

    /// Whether the line goes on with a key and its colon.
    var isKey: Bool { keyEnd != nil }

    /// The place of the colon behind a key.
    private var keyEnd: Int? {
        var place = position
        guard place < bytes.count, !"[{|>!&*#%@`".utf8.contains(bytes[place]) else { return nil }
        if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
            let quote = bytes[place]
            place += 1
            while place < bytes.count, bytes[place] != quote, bytes[place] != 0x0A { place += 1 }
            guard place < bytes.count, bytes[place] == quote else { return nil }
            place += 1
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            return isColon(place) ? place : nil
        }
        while place < bytes.count, bytes[place] != 0x0A {
            if isColon(place) { return place }
            if isComment(at: place) { return nil }
            place += 1
        }
        return nil
    }

    private func isColon(_ place: Int) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return false }
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0x0A
        return [0x20, 0x09, 0x0A, 0x0D].contains(next)
    }

    /// The key at the position, which is behind its colon afterwards.
    mutating func key() throws(TemplateError) -> String {
        guard let end = keyEnd else { throw error("expected a key") }
        var text = bytes[position..<end]
        while text.last == 0x20 { text = text.dropLast() }
        if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            text = text.dropFirst().dropLast()
        }
        position = end + 1
        return String(decoding: text, as: UTF8.self)
    }

    /// The characters up to the next blank or what ends a flow element.
    mutating func word() -> String {
        let start = position
        while position < bytes.count, ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]),
            !",]}".utf8.contains(bytes[position])
        {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    func starts(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        return position + length <= bytes.count
            && (0..<length).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    mutating func skipBlanks() { while byte == 0x20 || byte == 0x09 { position += 1 } }

    /// Blanks, line breaks and comments, inside brackets.
    mutating func skipSpace() {
        while position < bytes.count {
            if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                position += 1
            } else if isComment(at: position) {
                while position < bytes.count, byte != 0x0A { position += 1 }
            } else {
                return
            }
        }
    }

    /// To the start of the next line.
    mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        if position < bytes.count { position += 1 }
    }

    mutating func skipLineOrBreak() { skipLine() }

    mutating func endLine() { skipLine() }

    /// To the start of the next line that has something on it.
    mutating func skipEmpty() {
        while position < bytes.count {
            let indent = indentation
            let place = position + indent
            guard place < bytes.count else {
                position = bytes.count
                return
            }
            guard bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09 || isComment(at: place) else {
                return
            }
            skipLine()
        }
    }
}
