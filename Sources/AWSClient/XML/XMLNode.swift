import CScrub
import SensitiveMemory

/// One element of an `XMLDocument`.
public struct XMLNode: Sendable {
    let document: XMLDocument
    let index: Int

    /// The element's name without its namespace prefix.
    public var name: String {
        let node = document.nodes[index]
        return document.buffer.withUnsafeBytes { bytes in
            let full = bytes[Int(node.start)..<Int(node.end)]
            let local = full.lastIndex(of: UInt8(ascii: ":")).map { full[($0 + 1)...] } ?? full
            return String(decoding: local, as: UTF8.self)
        }
    }

    /// The elements directly inside, in their order.
    public var children: [XMLNode] {
        var result: [XMLNode] = []
        var position = index + 1
        while position < Int(document.nodes[index].next) {
            if document.nodes[position].isElement { result.append(XMLNode(document: document, index: position)) }
            position = Int(document.nodes[position].next)
        }
        return result
    }

    /// The first element of that name directly inside.
    public subscript(name: String) -> XMLNode? { children.first { $0.name == name } }

    /// The elements of a list: `<Names><member>…</member></Names>`.
    public func elements(_ name: String = "member") -> [XMLNode] { children.filter { $0.name == name } }

    /// The element's own text, decoded. Not for values.
    public var string: String {
        withDecodedBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The element's own text, straight into locked memory.
    public func secretBytes() throws -> SecretBytes {
        try document.buffer.withUnsafeBytes { bytes in
            try SecretBytes(capacity: textLength) { decode(bytes, into: $0) }
        }
    }

    /// The element's own text for the length of the closure, in a copy that is wiped behind it.
    public func withDecodedBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try document.buffer.withUnsafeBytes { bytes in
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(textLength, 1), alignment: 1)
            defer {
                if let base = room.baseAddress { cscrub_wipe(base, room.count) }
                room.deallocate()
            }
            let count = decode(bytes, into: room)
            return try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }

    private var ownText: [XMLDocument.Node] {
        var result: [XMLDocument.Node] = []
        var position = index + 1
        while position < Int(document.nodes[index].next) {
            let node = document.nodes[position]
            if !node.isElement { result.append(node) }
            position = Int(node.next)
        }
        return result
    }

    private var textLength: Int { ownText.reduce(0) { $0 + Int($1.end - $1.start) } }

    /// A decoded reference is never longer than its text.
    private func decode(_ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> Int {
        var written = 0
        for node in ownText {
            var read = Int(node.start)
            while read < Int(node.end) {
                if !node.isLiteral, bytes[read] == UInt8(ascii: "&"),
                    let (scalar, length) = XMLReference.decode(bytes, at: read)
                {
                    for unit in Unicode.UTF8.encode(scalar)! {
                        room[written] = unit
                        written += 1
                    }
                    read += length
                } else {
                    room[written] = bytes[read]
                    written += 1
                    read += 1
                }
            }
        }
        return written
    }
}
