/// The grammar of RFC 8259, strictly: no comments, no trailing commas, no bare control characters.
struct JSONParser {
    static let deepest = 256

    var nodes: ContiguousArray<JSONDocument.Node> = []
    private var position = 0

    mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        nodes.reserveCapacity(bytes.count / 12 + 8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace(bytes)
        try value(bytes, depth: 0)
        skipSpace(bytes)
        guard position == bytes.count else { throw JSONError(.trailingCharacters, at: position) }
    }

    private mutating func value(_ bytes: UnsafeRawBufferPointer, depth: Int) throws(JSONError) {
        guard depth < Self.deepest else { throw JSONError(.tooDeep, at: position) }
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
        switch bytes[position] {
        case UInt8(ascii: "{"): try container(bytes, .object, closing: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try container(bytes, .array, closing: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "\""): try string(bytes)
        case UInt8(ascii: "t"): try literal(bytes, "true", .bool(true))
        case UInt8(ascii: "f"): try literal(bytes, "false", .bool(false))
        case UInt8(ascii: "n"): try literal(bytes, "null", .null)
        default: try number(bytes)
        }
    }

    private mutating func container(
        _ bytes: UnsafeRawBufferPointer, _ kind: JSONNode.Kind, closing: UInt8, depth: Int
    ) throws(JSONError) {
        let own = nodes.count
        append(kind, start: position, end: position)
        position += 1
        skipSpace(bytes)
        if position < bytes.count, bytes[position] == closing {
            position += 1
        } else {
            while true {
                if kind == .object {
                    guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
                    guard bytes[position] == UInt8(ascii: "\"") else {
                        throw JSONError(.unexpectedCharacter, at: position)
                    }
                    try string(bytes)
                    skipSpace(bytes)
                    try expect(bytes, UInt8(ascii: ":"))
                    skipSpace(bytes)
                }
                try value(bytes, depth: depth + 1)
                skipSpace(bytes)
                guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
                if bytes[position] == closing {
                    position += 1
                    break
                }
                try expect(bytes, UInt8(ascii: ","))
                skipSpace(bytes)
            }
        }
        nodes[own].next = Int32(nodes.count)
        nodes[own].end = Int32(position)
    }

    private mutating func string(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        let start = position + 1
        var cursor = start
        var escaped = false
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\"") {
                append(.string, start: start, end: cursor, escaped: escaped)
                position = cursor + 1
                return
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
                cursor += try escapeLength(bytes, at: cursor)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacterInString, at: cursor)
            } else {
                cursor += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: bytes.count)
    }

    private func escapeLength(_ bytes: UnsafeRawBufferPointer, at cursor: Int) throws(JSONError) -> Int {
        guard cursor + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        switch bytes[cursor + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            guard cursor + 6 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
            for place in cursor + 2..<cursor + 6 where JSONEscape.hexDigit(bytes[place]) == nil {
                throw JSONError(.badEscape, at: place)
            }
            return 6
        default: throw JSONError(.badEscape, at: cursor)
        }
    }

    private mutating func number(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        let start = position
        if peek(bytes) == UInt8(ascii: "-") { position += 1 }
        if peek(bytes) == UInt8(ascii: "0") {
            position += 1
        } else {
            try digits(bytes, else: position == start ? .unexpectedCharacter : .badNumber)
        }
        if peek(bytes) == UInt8(ascii: ".") {
            position += 1
            try digits(bytes, else: .badNumber)
        }
        if let letter = peek(bytes), letter | 0x20 == UInt8(ascii: "e") {
            position += 1
            if let sign = peek(bytes), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try digits(bytes, else: .badNumber)
        }
        append(.number, start: start, end: position)
    }

    private mutating func digits(
        _ bytes: UnsafeRawBufferPointer, else reason: JSONError.Reason
    ) throws(JSONError) {
        let start = position
        while let byte = peek(bytes), byte >= 0x30, byte <= 0x39 { position += 1 }
        guard position > start else { throw JSONError(reason, at: position) }
    }

    private mutating func literal(
        _ bytes: UnsafeRawBufferPointer, _ word: StaticString, _ kind: JSONNode.Kind
    ) throws(JSONError) {
        let length = word.utf8CodeUnitCount
        for offset in 0..<length {
            guard position + offset < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
            guard bytes[position + offset] == word.utf8Start[offset] else {
                throw JSONError(.unexpectedCharacter, at: position + offset)
            }
        }
        append(kind, start: position, end: position + length)
        position += length
    }

    private mutating func append(_ kind: JSONNode.Kind, start: Int, end: Int, escaped: Bool = false) {
        nodes.append(
            JSONDocument.Node(
                kind: kind, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1), escaped: escaped))
    }

    private func peek(_ bytes: UnsafeRawBufferPointer) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func expect(_ bytes: UnsafeRawBufferPointer, _ byte: UInt8) throws(JSONError) {
        guard let found = peek(bytes) else { throw JSONError(.unexpectedEnd, at: position) }
        guard found == byte else { throw JSONError(.unexpectedCharacter, at: position) }
        position += 1
    }

    private mutating func skipSpace(_ bytes: UnsafeRawBufferPointer) {
        while let byte = peek(bytes), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }
}
