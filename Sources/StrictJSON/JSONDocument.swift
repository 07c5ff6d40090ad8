import SensitiveMemory

/// A parsed JSON text that still lies in its own wiped buffer.
///
/// Parsing makes a flat list of nodes and copies nothing: a string becomes a Swift `String` only when
/// `JSONNode.string` asks for it, and a value goes straight into `SecretBytes`.
public final class JSONDocument: Sendable {
    struct Node {
        var kind: JSONNode.Kind
        /// Strings: the bytes between the quotes. Others: their bytes, an object's with its braces.
        var start: Int32
        var end: Int32
        /// The index of the node behind this one and all that it contains.
        var next: Int32
        /// Strings: whether a backslash occurs.
        var escaped: Bool
    }

    let buffer: WipedBuffer
    let nodes: ContiguousArray<Node>

    /// Parses the whole buffer as one JSON text. The document keeps the buffer and wipes it at its end.
    public init(parsing buffer: WipedBuffer) throws(JSONError) {
        self.buffer = buffer
        var parser = JSONParser()
        let outcome: Result<Void, JSONError> = buffer.withUnsafeBytes { bytes in
            do throws(JSONError) { return .success(try parser.parse(bytes)) } catch { return .failure(error) }
        }
        try outcome.get()
        nodes = parser.nodes
    }

    /// Parses a copy of the bytes.
    public convenience init(copying bytes: UnsafeRawBufferPointer) throws(JSONError) {
        try self.init(parsing: WipedBuffer(copying: bytes))
    }

    /// Parses a text that holds no value.
    public convenience init(_ text: String) throws(JSONError) {
        var text = text
        try self.init(parsing: text.withUTF8 { WipedBuffer(copying: UnsafeRawBufferPointer($0)) })
    }

    /// The outermost value.
    public var root: JSONNode { JSONNode(document: self, index: 0) }
}
