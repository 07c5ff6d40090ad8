/// The frames of a message's body.
extension MessageHeader {
    /// In the place of the sequence number: this is the last frame.
    private static let final: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]

    func nonce(_ number: Int) -> [UInt8] { BigEndian.bytes(number + 1, count: 12) }

    func prefix(_ chunk: Chunk) -> [UInt8] {
        let start = BigEndian.bytes(chunk.number + 1, count: 4) + nonce(chunk.number)
        return chunk.isLast ? Self.final + start + BigEndian.bytes(chunk.count, count: 4) : start
    }

    func additionalData(_ chunk: Chunk) -> [UInt8] {
        messageID + Array((chunk.isLast ? "AWSKMSEncryptionClient Final Frame" : "AWSKMSEncryptionClient Frame").utf8)
            + BigEndian.bytes(chunk.number + 1, count: 4) + BigEndian.bytes(chunk.count, count: 8)
    }

    func next(_ number: Int, from reader: EnvelopeReader) throws(OperationFailure) -> (chunk: Chunk, sealed: [UInt8]) {
        var sequence = try reader.exactly(4)
        let isLast = sequence == Self.final
        if isLast { sequence = try reader.exactly(4) }
        guard sequence == BigEndian.bytes(number + 1, count: 4), try reader.exactly(12) == nonce(number) else {
            throw reader.malformed("has frames that are not in their order")
        }
        let count = isLast ? try reader.number(bytes: 4) : chunkBytes
        guard count <= chunkBytes else { throw reader.malformed("has a last frame that is longer than the others") }
        let sealed = try reader.exactly(count + 16)
        if isLast, try !reader.upTo(1).isEmpty { throw reader.malformed("has more behind its last frame") }
        return (Chunk(number: number, count: count, isLast: isLast), sealed)
    }
}
