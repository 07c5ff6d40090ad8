import SensitiveMemory

/// A parsed answer of the Query protocol that still lies in its own wiped buffer. As with `JSONDocument`,
/// parsing copies nothing; a value goes straight into `SecretBytes`.
public final class XMLDocument: Sendable {
    struct Node {
        var isElement: Bool
        /// Text from a CDATA section, in which an ampersand is just that.
        var isLiteral: Bool
        /// Elements: the bytes of the name. Text: its bytes.
        var start: Int32
        var end: Int32
        /// The index of the node behind this one and all that it contains.
        var next: Int32
    }

    let buffer: WipedBuffer
    let nodes: ContiguousArray<Node>

    /// Parses the whole buffer as one document and keeps it.
    public init(parsing buffer: WipedBuffer) throws(XMLError) {
        self.buffer = buffer
        var parser = XMLParser()
        let outcome: Result<Void, XMLError> = buffer.withUnsafeBytes { bytes in
            do throws(XMLError) { return .success(try parser.parse(bytes)) } catch { return .failure(error) }
        }
        try outcome.get()
        nodes = parser.nodes
    }

    /// The outermost element.
    public var root: XMLNode { XMLNode(document: self, index: 0) }
}
