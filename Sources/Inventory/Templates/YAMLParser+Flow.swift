import SensitiveMemory

extension YAMLParser {
    /// `[a, b]` or `{a: b}`, over several lines if need be.
    mutating func flow(_ depth: Int = 0) throws(TemplateError) -> Node {
        guard depth <= Self.deepest else { throw error("nested too deep") }
        switch byte {
        case UInt8(ascii: "["): return try flowList(depth)
        case UInt8(ascii: "{"): return try flowMap(depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try quoted())
        case UInt8(ascii: "!"):
            position += 1
            let tag = word()
            skipSpace()
            return Self.long(tag, try flow(depth + 1))
        default:
            let range = flowScalar()
            return isNull(range) ? .null : .scalar(range)
        }
    }

    private mutating func flowList(_ depth: Int) throws(TemplateError) -> Node {
        position += 1
        var elements: [Node] = []
        skipSpace()
        while byte != UInt8(ascii: "]") {
            guard position < bytes.count else { throw error("a bracket is not closed") }
            elements.append(try flow(depth + 1))
            skipSpace()
            if byte == UInt8(ascii: ",") {
                position += 1
            } else if byte != UInt8(ascii: "]") {
                throw error(position < bytes.count ? "expected , or ]" : "a bracket is not closed")
            }
            skipSpace()
        }
        position += 1
        return .list(elements)
    }

    private mutating func flowMap(_ depth: Int) throws(TemplateError) -> Node {
        position += 1
        var members: [(key: String, value: Node)] = []
        skipSpace()
        while byte != UInt8(ascii: "}") {
            guard position < bytes.count else { throw error("a brace is not closed") }
            let key = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? try quoted() : flowScalar(isKey: true)
            let name = arena.withUnsafeBytes { String(decoding: $0[key], as: UTF8.self) }
            skipSpace()
            var value = Node.null
            if byte == UInt8(ascii: ":") {
                position += 1
                skipSpace()
                value = try flow(depth + 1)
            }
            members.append((name, value))
            skipSpace()
            if byte == UInt8(ascii: ",") {
                position += 1
            } else if byte != UInt8(ascii: "}") {
                throw error(position < bytes.count ? "expected , or }" : "a brace is not closed")
            }
            skipSpace()
        }
        position += 1
        return .map(members)
    }

    private mutating func flowScalar(isKey: Bool = false) -> Range<Int> {
        let start = position
        while position < bytes.count {
            let current = bytes[position]
            if current == UInt8(ascii: ",") || current == UInt8(ascii: "]") || current == UInt8(ascii: "}") { break }
            if current == 0x0A { break }
            if current == UInt8(ascii: ":"), isKey {
                let next = position + 1 < bytes.count ? bytes[position + 1] : 0x0A
                if [0x20, 0x09, 0x0A, 0x0D].contains(next) { break }
            }
            position += 1
        }
        var end = position
        while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        // A text that begins with what ends one would stand still here.
        if position == start, position < bytes.count, bytes[position] == UInt8(ascii: ":") { position += 1 }
        return arena.put(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
}
