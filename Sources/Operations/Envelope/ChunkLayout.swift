/// How a format cuts a payload into chunks and what it binds to each.
///
/// Every chunk but the last has `chunkBytes` bytes and the last has fewer, perhaps none: so no reader has to know the
/// length, and a payload that was cut at a chunk's end lacks its last one.
protocol ChunkLayout: Sendable {
    /// How many bytes of plaintext a full chunk has.
    var chunkBytes: Int { get }
    /// What stands in front of the chunk's ciphertext.
    func prefix(_ chunk: Chunk) -> [UInt8]
    /// What the chunk's tag vouches for besides its bytes.
    func additionalData(_ chunk: Chunk) -> [UInt8]
    /// Used once under a data key, because a data key encrypts one payload.
    func nonce(_ number: Int) -> [UInt8]
    /// Reads the chunk of this number, without what stands in front of it.
    func next(_ number: Int, from reader: EnvelopeReader) throws(OperationFailure) -> (chunk: Chunk, sealed: [UInt8])
}

/// One chunk of a payload.
struct Chunk: Equatable, Sendable {
    /// From 0.
    let number: Int
    /// How many bytes of plaintext.
    let count: Int
    let isLast: Bool
}
