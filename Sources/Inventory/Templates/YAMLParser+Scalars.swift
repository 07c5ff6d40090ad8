import SensitiveMemory

extension YAMLParser {
    /// A plain scalar with the lines that go on with it, joined by spaces.
    mutating func plain(parent: Int) -> Range<Int> {
        let start = arena.count
        putPlainLine()
        while true {
            let before = position
            var breaks = 0
            while position < bytes.count, byte == 0x0A || byte == 0x0D || isBlankLine {
                if byte == 0x0A { breaks += 1 }
                skipLineOrBreak()
            }
            guard position < bytes.count, indentation > parent, !isComment(at: position + indentation) else {
                position = before
                break
            }
            position += indentation
            arena.append(byte: breaks > 1 ? 0x0A : 0x20)
            putPlainLine()
        }
        skipLineOrBreak()
        return start..<arena.count
    }

    private mutating func putPlainLine() {
        var end = position
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if bytes[end] == UInt8(ascii: "#"), end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { break }
            end += 1
        }
        var last = end
        while last > position, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
        arena.append(UnsafeRawBufferPointer(rebasing: bytes[position..<last]))
        position = end
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }

    /// A quoted scalar; `position` is behind its closing quote afterwards.
    mutating func quoted() throws(TemplateError) -> Range<Int> {
        let start = arena.count
        let quote = byte
        position += 1
        while position < bytes.count {
            let current = bytes[position]
            if current == quote {
                position += 1
                guard quote == UInt8(ascii: "'"), byte == quote else { return start..<arena.count }
                arena.append(byte: quote)
                position += 1
            } else if current == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position += 1
                try escape()
            } else if current == 0x0A {
                fold()
            } else {
                arena.append(byte: current)
                position += 1
            }
        }
        throw error("a quote is not closed")
    }

    /// A line break inside quotes is a space, an empty line a break.
    private mutating func fold() {
        var breaks = 0
        while position < bytes.count, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[position]) {
            if bytes[position] == 0x0A { breaks += 1 }
            position += 1
        }
        if breaks == 1 { arena.append(byte: 0x20) }
        for _ in 1..<max(breaks, 1) { arena.append(byte: 0x0A) }
    }

    private mutating func escape() throws(TemplateError) {
        let simple: [UInt8: UInt8] = [
            UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "0"): 0,
            UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
            UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: " "): 0x20, UInt8(ascii: "e"): 0x1B
        ]
        let digits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
        guard position < bytes.count else { throw error("a quote is not closed") }
        let kind = bytes[position]
        position += 1
        if let byte = simple[kind] {
            arena.append(byte: byte)
        } else if let count = digits[kind], position + count <= bytes.count,
            let number = UInt32(String(decoding: bytes[position..<(position + count)], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(number)
        {
            _ = arena.put(text: String(Character(scalar)))
            position += count
        } else if kind == 0x0A {
            while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        } else {
            throw error("an escape that YAML does not have")
        }
    }

    /// `|` keeps the lines, `>` joins them; `-` drops the last break, `+` keeps all.
    mutating func blockScalar(parent: Int) throws(TemplateError) -> Range<Int> {
        let start = arena.count
        let folds = byte == UInt8(ascii: ">")
        position += 1
        var (chomp, fixed) = (UInt8(0), 0)
        while !isAtEndOfLine {
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { chomp = byte }
            if (0x31...0x39).contains(byte) { fixed = max(parent, 0) + Int(byte - 0x30) }
            position += 1
        }
        skipLine()
        var indent = fixed
        var empty = 0
        var isFirst = true
        while position < bytes.count {
            if isBlankLine || byte == 0x0A || byte == 0x0D {
                empty += 1
                skipLineOrBreak()
                continue
            }
            if indent == 0 { indent = indentation }
            guard indentation >= indent, indent > parent else { break }
            if !isFirst {
                if folds, empty == 0 { arena.append(byte: 0x20) } else { arena.append(byte: 0x0A) }
            }
            for _ in 0..<(isFirst || !folds ? empty : max(empty - 1, 0)) { arena.append(byte: 0x0A) }
            empty = 0
            isFirst = false
            position += indent
            let from = position
            while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            let to = position > from && bytes[position - 1] == 0x0D ? position - 1 : position
            arena.append(UnsafeRawBufferPointer(rebasing: bytes[from..<to]))
            skipLineOrBreak()
        }
        if chomp != UInt8(ascii: "-"), !isFirst { arena.append(byte: 0x0A) }
        return start..<arena.count
    }
}
