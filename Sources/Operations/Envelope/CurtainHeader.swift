import StrictJSON

/// What stands at the beginning of a payload in curtain's own format.
struct CurtainHeader: ChunkLayout, Equatable {
    /// `CURTAIN` and the number of the format.
    static let magic: [UInt8] = Array("CURTAIN".utf8) + [1]
    /// Chunks are decrypted in locked memory, of which there is little.
    static let largestChunk = 1 << 20
    private static let longest = 1 << 16

    /// 32 hexadecimal digits; another one for each sealing.
    let id: String
    let context: EncryptionContext
    let chunkBytes: Int
    /// The whole header as it stands in the file; each chunk's tag vouches for it.
    let bytes: [UInt8]

    init(id: String, context: EncryptionContext, chunkBytes: Int) {
        self.id = id
        self.context = context
        self.chunkBytes = chunkBytes
        var json = JSONWriter()
        json.object { members in
            members.member("id", id)
            members.key("context")
            members.object { for (name, value) in context.sorted { $0.member(name, value) } }
            members.member("chunkBytes", chunkBytes)
        }
        bytes = Self.magic + BigEndian.bytes(json.bytes.count, count: 4) + json.bytes
    }

    /// Reads what follows the magic.
    init(from reader: EnvelopeReader) throws(OperationFailure) {
        let length = try reader.number(bytes: 4)
        guard length <= Self.longest else { throw reader.malformed("has a header that is longer than any") }
        let json = try reader.exactly(length)
        bytes = Self.magic + BigEndian.bytes(length, count: 4) + json
        let parsed = Result { () throws(JSONError) in try JSONDocument(copying: json).root }
        guard case .success(let root) = parsed, let id = root["id"]?.string, Self.isID(id),
            let chunkBytes = root["chunkBytes"]?.int, (1...Self.largestChunk).contains(chunkBytes),
            let context = root["context"], context.kind == .object
        else { throw reader.malformed("has a header that is none of format 1") }
        var pairs: [String: String] = [:]
        for (name, value) in context.members {
            guard let name = name.string, let value = value.string, pairs.updateValue(value, forKey: name) == nil else {
                throw reader.malformed("has an encryption context that is none")
            }
        }
        self.id = id
        self.chunkBytes = chunkBytes
        self.context = try EncryptionContext(pairs)
    }

    func prefix(_ chunk: Chunk) -> [UInt8] { [] }

    func additionalData(_ chunk: Chunk) -> [UInt8] { bytes + [chunk.isLast ? 1 : 0] }

    func nonce(_ number: Int) -> [UInt8] { BigEndian.bytes(number, count: 12) }

    func next(_ number: Int, from reader: EnvelopeReader) throws(OperationFailure) -> (chunk: Chunk, sealed: [UInt8]) {
        let sealed = try reader.upTo(chunkBytes + 16)
        guard sealed.count >= 16 else { throw reader.malformed("ends in the middle: it was cut short") }
        let count = sealed.count - 16
        return (Chunk(number: number, count: count, isLast: count < chunkBytes), sealed)
    }

    private static func isID(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
