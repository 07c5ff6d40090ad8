import SensitiveMemory

extension JSONNode {
    /// The node as it stands in the text, straight into locked memory: an object with its braces, a number
    /// with its digits. A string comes without its quotes, decoded.
    public func secretText() throws -> SecretBytes {
        if let string = try secretBytes() { return string }
        return try document.buffer.withUnsafeBytes { bytes in
            try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes[rawRange]))
        }
    }

    /// Where the node lies in the text, quotes not counted.
    var rawRange: Range<Int> {
        let node = document.nodes[index]
        return Int(node.start)..<Int(node.end)
    }
}
