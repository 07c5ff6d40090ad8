import CScrub
import SensitiveMemory

/// One value of a `JSONDocument`. Reading it with the wrong type gives nil, never a crash.
public struct JSONNode: Sendable {
    /// What a node is.
    public enum Kind: Equatable, Sendable {
        case object, array, string, number, bool(Bool), null
    }

    let document: JSONDocument
    let index: Int

    private var node: JSONDocument.Node { document.nodes[index] }

    public var kind: Kind { node.kind }
    public var isNull: Bool { node.kind == .null }

    public var bool: Bool? {
        if case .bool(let value) = node.kind { value } else { nil }
    }

    /// The string, decoded. Not for values: those go through `secretBytes` or `withDecodedBytes`.
    public var string: String? {
        withDecodedBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The number if it is whole and fits.
    public var int: Int? {
        guard let text = numberText else { return nil }
        return Int(text) ?? double.flatMap { Int(exactly: $0) }
    }

    public var double: Double? { numberText.flatMap { Double($0) } }

    /// A string's decoded bytes, straight into locked memory.
    public func secretBytes() throws -> SecretBytes? {
        guard node.kind == .string else { return nil }
        return try document.buffer.withUnsafeBytes { bytes in
            let raw = slice(bytes)
            return try SecretBytes(capacity: raw.count) { JSONEscape.decode(raw, into: $0) }
        }
    }

    /// A string's decoded bytes for the length of the closure; nil if it is no string. A decoded copy,
    /// needed only when there is an escape, is wiped behind it.
    public func withDecodedBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result? {
        guard node.kind == .string else { return nil }
        return try document.buffer.withUnsafeBytes { bytes in
            let raw = slice(bytes)
            guard node.escaped else { return try body(raw) }
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: raw.count, alignment: 1)
            defer {
                cscrub_wipe(room.baseAddress!, room.count)
                room.deallocate()
            }
            let count = JSONEscape.decode(raw, into: room)
            return try body(UnsafeRawBufferPointer(rebasing: room[0..<count]))
        }
    }

    /// The number of bytes that the node's text takes in the document, quotes not counted.
    public var rawByteCount: Int { Int(node.end - node.start) }

    /// The member of an object; the last one if a name is there twice, as every AWS SDK reads it.
    public subscript(name: String) -> JSONNode? {
        var found: JSONNode?
        for (key, value) in members where key.isString(name) { found = value }
        return found
    }

    /// The elements of an array; empty for anything else.
    public var elements: JSONChildren { JSONChildren(of: self, kind: .array) }

    /// The members of an object in their order; empty for anything else.
    public var members: JSONMembers { JSONMembers(base: JSONChildren(of: self, kind: .object)) }

    /// Whether the node is this very string, compared without making a `String` of it.
    public func isString(_ text: String) -> Bool {
        let node = node
        guard node.kind == .string else { return false }
        // Without escapes the lengths tell most strings apart.
        if !node.escaped, Int(node.end - node.start) != text.utf8.count { return false }
        var text = text
        return withDecodedBytes { bytes in text.withUTF8 { bytes.elementsEqual($0) } } ?? false
    }

    var next: Int { Int(node.next) }

    /// Where the node's text lies in the document, quotes not counted.
    var contents: Range<Int> { Int(node.start)..<Int(node.end) }

    private var numberText: String? {
        guard node.kind == .number else { return nil }
        return document.buffer.withUnsafeBytes { String(decoding: slice($0), as: UTF8.self) }
    }

    private func slice(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
    }
}
