/// The part of XML 1.0 that AWS's Query protocol uses, strictly: elements, text, CDATA, comments, the five
/// named references and numeric ones. No document type and so no entities; attributes are checked and dropped.
struct XMLParser {
    static let deepest = 128

    var nodes: ContiguousArray<XMLDocument.Node> = []
    private var position = 0
    private var open: [Int] = []

    mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") {
                try markup(bytes)
            } else {
                try text(bytes)
            }
        }
        guard open.isEmpty else { throw XMLError(.unexpectedEnd, at: position) }
        guard !nodes.isEmpty else { throw XMLError(.noRoot, at: 0) }
    }

    private mutating func markup(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        if starts(bytes, "<?") {
            try skip(bytes, to: "?>")
        } else if starts(bytes, "<!--") {
            try skip(bytes, to: "-->")
        } else if starts(bytes, "<![CDATA[") {
            let start = position + 9
            try skip(bytes, to: "]]>")
            try addText(start..<position - 3, isLiteral: true)
        } else if starts(bytes, "<!") {
            throw XMLError(.forbidden, at: position)
        } else if starts(bytes, "</") {
            try close(bytes)
        } else {
            try element(bytes)
        }
    }

    private mutating func element(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        guard !nodes.isEmpty || open.isEmpty, !(open.isEmpty && !nodes.isEmpty) else {
            throw XMLError(.trailingElement, at: position)
        }
        guard open.count < Self.deepest else { throw XMLError(.tooDeep, at: position) }
        position += 1
        let name = try self.name(bytes)
        let index = nodes.count
        nodes.append(
            XMLDocument.Node(
                isElement: true, isLiteral: false, start: Int32(name.lowerBound), end: Int32(name.upperBound), next: 0))
        while true {
            let hadSpace = skipSpace(bytes)
            guard position < bytes.count else { throw XMLError(.unexpectedEnd, at: position) }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                open.append(index)
                return
            }
            if starts(bytes, "/>") {
                position += 2
                nodes[index].next = Int32(nodes.count)
                return
            }
            guard hadSpace else { throw XMLError(.badAttribute, at: position) }
            try attribute(bytes)
        }
    }

    private mutating func attribute(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        _ = try name(bytes)
        _ = skipSpace(bytes)
        guard starts(bytes, "=") else { throw XMLError(.badAttribute, at: position) }
        position += 1
        _ = skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { throw XMLError(.badAttribute, at: position) }
        let quote = bytes[position]
        position += 1
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] != UInt8(ascii: "<") else { throw XMLError(.badAttribute, at: position) }
            position += 1
        }
        guard position < bytes.count else { throw XMLError(.unexpectedEnd, at: position) }
        position += 1
    }

    private mutating func close(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        let start = position
        position += 2
        let name = try self.name(bytes)
        _ = skipSpace(bytes)
        guard starts(bytes, ">") else { throw XMLError(.badName, at: position) }
        position += 1
        guard let index = open.popLast() else { throw XMLError(.mismatchedTag, at: start) }
        let opened = Int(nodes[index].start)..<Int(nodes[index].end)
        guard opened.count == name.count, bytes[opened].elementsEqual(bytes[name]) else {
            throw XMLError(.mismatchedTag, at: start)
        }
        nodes[index].next = Int32(nodes.count)
    }

    private mutating func text(_ bytes: UnsafeRawBufferPointer) throws(XMLError) {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
            if bytes[position] == UInt8(ascii: "&") {
                guard let (_, length) = XMLReference.decode(bytes, at: position) else {
                    throw XMLError(.badReference, at: position)
                }
                position += length
            } else {
                position += 1
            }
        }
        try addText(start..<position, isLiteral: false, in: bytes)
    }

    private mutating func addText(
        _ range: Range<Int>, isLiteral: Bool, in bytes: UnsafeRawBufferPointer? = nil
    ) throws(XMLError) {
        guard !open.isEmpty else {
            if let bytes, bytes[range].allSatisfy({ Self.isSpace($0) }) { return }
            throw XMLError(.textOutsideRoot, at: range.lowerBound)
        }
        guard !range.isEmpty else { return }
        nodes.append(
            XMLDocument.Node(
                isElement: false, isLiteral: isLiteral, start: Int32(range.lowerBound), end: Int32(range.upperBound),
                next: Int32(nodes.count + 1)))
    }

    private mutating func name(_ bytes: UnsafeRawBufferPointer) throws(XMLError) -> Range<Int> {
        let start = position
        while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
        guard position > start, !(bytes[start] >= 0x30 && bytes[start] <= 0x39), bytes[start] != UInt8(ascii: "-"),
            bytes[start] != UInt8(ascii: ".")
        else { throw XMLError(.badName, at: start) }
        return start..<position
    }

    private mutating func skip(_ bytes: UnsafeRawBufferPointer, to end: StaticString) throws(XMLError) {
        while position < bytes.count {
            if starts(bytes, end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw XMLError(.unexpectedEnd, at: position)
    }

    private mutating func skipSpace(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let start = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private func starts(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] { return false }
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), 0x80...0xFF:
            true
        default: false
        }
    }
}
