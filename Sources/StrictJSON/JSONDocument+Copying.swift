import SensitiveMemory

extension JSONDocument {
    /// Parses a copy of the bytes.
    public convenience init(copying bytes: ArraySlice<UInt8>) throws(JSONError) {
        try self.init(parsing: bytes.withUnsafeBytes { WipedBuffer(copying: $0) })
    }

    /// Parses a copy of the bytes.
    public convenience init(copying bytes: [UInt8]) throws(JSONError) { try self.init(copying: bytes[...]) }

    /// Parses a copy of a value; the document wipes it at its end.
    public convenience init(copying value: SecretBytes) throws(JSONError) {
        try self.init(parsing: value.withUnsafeBytes { WipedBuffer(copying: $0) })
    }
}
