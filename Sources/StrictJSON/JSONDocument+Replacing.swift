import SensitiveMemory

extension JSONDocument {
    /// The same text with one string in place of what the pointer names, everything else byte for byte as it was; nil if
    /// the pointer names nothing. The new string is UTF-8, not escaped yet.
    ///
    /// - Throws: what `SecretBytes` throws when there is no locked memory.
    public func replacing(_ pointer: JSONPointer, with string: SecretBytes) throws -> SecretBytes? {
        guard let node = root.at(pointer) else { return nil }
        let place = node.extent
        return try string.withUnsafeBytes { string in
            try buffer.withUnsafeBytes { bytes in
                let length = string.reduce(0) { $0 + JSONWriter.escapedLength($1) }
                return try SecretBytes(capacity: bytes.count - place.count + length + 2) { room in
                    var end = 0
                    func put(_ byte: UInt8) {
                        room[end] = byte
                        end += 1
                    }
                    for byte in bytes[..<place.lowerBound] { put(byte) }
                    put(UInt8(ascii: "\""))
                    for byte in string { JSONWriter.escape(byte, put) }
                    put(UInt8(ascii: "\""))
                    for byte in bytes[place.upperBound...] { put(byte) }
                    return end
                }
            }
        }
    }
}

extension JSONNode {
    /// The bytes of the document that the node takes, quotes included.
    var extent: Range<Int> {
        kind == .string ? contents.lowerBound - 1..<contents.upperBound + 1 : contents
    }
}
