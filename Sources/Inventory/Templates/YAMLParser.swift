import SensitiveMemory

/// The part of YAML 1.1 that CloudFormation templates are written in: block and flow collections, plain, quoted and
/// block scalars, comments, anchors, and the short forms of functions (`!Ref`, `!Sub`), which become their long forms.
struct YAMLParser {
    typealias Node = TemplateTree.Node

    static let deepest = 100

    let bytes: UnsafeRawBufferPointer
    let arena: WipedBuffer
    var position = 0
    private var anchors: [String: Node] = [:]
    private var depth = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        arena = WipedBuffer(capacity: bytes.count)
    }

    /// The first document of the text.
    mutating func document() throws(TemplateError) -> Node {
        skipEmpty()
        while starts("---") || starts("%") {
            skipLine()
            skipEmpty()
        }
        let root = try block(atLeast: 0)
        skipEmpty()
        guard position >= bytes.count || starts("...") || starts("---") else { throw error("cannot be read as YAML") }
        return root
    }

    /// Whatever is indented by so many columns or more on the next line that is not empty.
    mutating func block(atLeast indent: Int) throws(TemplateError) -> Node {
        skipEmpty()
        guard position < bytes.count, !starts("..."), !starts("---") else { return .null }
        let column = indentation
        guard column >= indent else { return .null }
        position += column
        return try blockNode(column)
    }

    private mutating func blockNode(_ column: Int) throws(TemplateError) -> Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("nested too deep") }
        if isDash { return try sequence(column) }
        if isKey { return try mapping(column) }
        return try value(parent: column - 1)
    }

    private mutating func sequence(_ column: Int) throws(TemplateError) -> Node {
        var elements: [Node] = []
        while isDash {
            position += 1
            skipBlanks()
            if isAtEndOfLine {
                skipLine()
                elements.append(try block(atLeast: column + 1))
            } else if isDash || isKey {
                elements.append(try blockNode(self.column))
            } else {
                elements.append(try value(parent: column))
            }
            skipEmpty()
            guard position < bytes.count, indentation == column else { break }
            position += column
            guard isDash else {
                position -= column
                break
            }
        }
        return .list(elements)
    }

    private mutating func mapping(_ column: Int) throws(TemplateError) -> Node {
        var members: [(key: String, value: Node)] = []
        while isKey {
            let key = try self.key()
            skipBlanks()
            var value = Node.null
            if isAtEndOfLine {
                skipLine()
                value = try nested(under: column)
            } else {
                value = try self.value(parent: column)
            }
            if key == "<<" { members += value.members } else { members.append((key, value)) }
            skipEmpty()
            guard position < bytes.count, indentation == column else { break }
            position += column
            guard isKey else {
                position -= column
                break
            }
        }
        return .map(members)
    }

    /// A sequence may stand at the column of its key; anything else is further in.
    mutating func nested(under column: Int) throws(TemplateError) -> Node {
        skipEmpty()
        guard position < bytes.count else { return .null }
        if indentation == column {
            position += column
            if isDash { return try sequence(column) }
            position -= column
            return .null
        }
        return try block(atLeast: column + 1)
    }

    /// What stands behind a key, a dash or a tag on the same line.
    mutating func value(parent: Int) throws(TemplateError) -> Node {
        switch byte {
        case UInt8(ascii: "!"): return try tagged(parent: parent)
        case UInt8(ascii: "&"):
            position += 1
            let name = word()
            skipBlanks()
            let node = isAtEndOfLine ? try afterLine(parent) : try value(parent: parent)
            anchors[name] = node
            return node
        case UInt8(ascii: "*"):
            position += 1
            let name = word()
            guard let node = anchors[name] else { throw error("an alias of nothing") }
            endLine()
            return node
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return .scalar(try blockScalar(parent: parent))
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let node = try flow()
            endLine()
            return node
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let range = try quoted()
            endLine()
            return .scalar(range)
        default:
            let range = plain(parent: parent)
            return isNull(range) ? .null : .scalar(range)
        }
    }

    private mutating func afterLine(_ parent: Int) throws(TemplateError) -> Node {
        skipLine()
        return try nested(under: max(parent, 0))
    }

    /// `!GetAtt a.b` is `{"Fn::GetAtt": "a.b"}`.
    private mutating func tagged(parent: Int) throws(TemplateError) -> Node {
        position += 1
        let tag = word()
        skipBlanks()
        let node = isAtEndOfLine ? try afterLine(parent) : try value(parent: parent)
        return Self.long(tag, node)
    }

    static func long(_ tag: String, _ node: Node) -> Node {
        if tag.isEmpty || tag.hasPrefix("!") { return node }
        return .map([(tag == "Ref" || tag == "Condition" ? tag : "Fn::\(tag)", node)])
    }

    func isNull(_ range: Range<Int>) -> Bool {
        arena.withUnsafeBytes { all in
            let text = all[range]
            return text.isEmpty || text.elementsEqual("null".utf8) || text.elementsEqual("~".utf8)
        }
    }

    func error(_ message: String) -> TemplateError {
        TemplateError(message, line: 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A })
    }
}
