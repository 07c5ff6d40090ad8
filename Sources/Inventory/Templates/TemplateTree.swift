import SensitiveMemory
import StrictJSON

/// A CloudFormation template, JSON or YAML, as one tree. Its scalars lie in a wiped buffer: a template may hold values.
struct TemplateTree {
    indirect enum Node {
        /// Where the scalar's decoded bytes lie.
        case scalar(Range<Int>)
        case list([Node])
        case map([(key: String, value: Node)])
        case null
    }

    let arena: WipedBuffer
    let root: Node

    /// JSON if it begins with a brace, otherwise YAML.
    init(_ bytes: UnsafeRawBufferPointer) throws(TemplateError) {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") else {
            var parser = YAMLParser(bytes)
            root = try parser.document()
            arena = parser.arena
            return
        }
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(copying: bytes) } catch {
            // A template in YAML's flow style is written with braces too.
            var parser = YAMLParser(bytes)
            root = try parser.document()
            arena = parser.arena
            return
        }
        arena = WipedBuffer(capacity: bytes.count)
        root = Self.node(document.root, arena)
    }

    private static func node(_ json: JSONNode, _ arena: WipedBuffer) -> Node {
        switch json.kind {
        case .object: .map(json.members.map { (key: $0.string ?? "", value: node($1, arena)) })
        case .array: .list(json.elements.map { node($0, arena) })
        case .string: .scalar(json.withDecodedBytes { arena.put($0) } ?? 0..<0)
        case .number: .scalar(arena.put(text: json.int.map(String.init) ?? json.double.map { String($0) } ?? ""))
        case .bool(let flag): .scalar(arena.put(text: flag ? "true" : "false"))
        case .null: .null
        }
    }

    /// A scalar's text. Only for what is no value: names of functions, types, references.
    func text(_ node: Node?) -> String? {
        guard case .scalar(let range)? = node else { return nil }
        return arena.withUnsafeBytes { String(decoding: $0[range], as: UTF8.self) }
    }
}

extension TemplateTree.Node {
    subscript(name: String) -> TemplateTree.Node? {
        guard case .map(let members) = self else { return nil }
        return members.last { $0.key == name }?.value
    }

    var members: [(key: String, value: TemplateTree.Node)] {
        if case .map(let members) = self { members } else { [] }
    }

    var elements: [TemplateTree.Node] { if case .list(let elements) = self { elements } else { [] } }
}

extension WipedBuffer {
    /// Adds the bytes; where they lie from now on.
    func put(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
        let start = count
        append(bytes)
        return start..<count
    }

    func put(text: String) -> Range<Int> {
        var text = text
        return text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
    }

    func append(byte: UInt8) { Swift.withUnsafeBytes(of: byte) { append($0) } }
}
