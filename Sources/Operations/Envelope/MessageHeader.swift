import SensitiveMemory

/// The header of a message of the AWS Encryption SDK, format 2, with the suite 0x0478: AES-256-GCM, HKDF with
/// SHA-512, key commitment, no signature; the one that the SDK's readers accept by default and that needs no other key.
/// https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
struct MessageHeader: ChunkLayout, Equatable {
    /// The format's number and the suite's.
    static let magic: [UInt8] = [2, 0x04, 0x78]
    static let provider = "aws-kms"
    /// An ID of 32 bytes, the commitment of 32 bytes.
    static let idBytes = 32
    static let commitmentBytes = 32
    private static let framed = 2
    private static let mostKeys = 64

    /// A data key as a provider of the SDK keeps it.
    struct EncryptedKey: Equatable {
        let provider: String
        /// For `aws-kms` the key's ARN.
        let information: String
        let ciphertext: [UInt8]
    }

    let messageID: [UInt8]
    let context: EncryptionContext
    let keys: [EncryptedKey]
    let chunkBytes: Int
    let commitment: [UInt8]
    /// The header without its tag, which vouches for it.
    let bytes: [UInt8]

    init(
        messageID: [UInt8], context: EncryptionContext, keys: [EncryptedKey], chunkBytes: Int, commitment: [UInt8]
    ) {
        self.messageID = messageID
        self.context = context
        self.keys = keys
        self.chunkBytes = chunkBytes
        self.commitment = commitment
        let section = Self.section(of: context)
        var bytes = Self.magic + messageID + BigEndian.bytes(section.count, count: 2) + section
        bytes += BigEndian.bytes(keys.count, count: 2)
        for key in keys {
            for part in [Array(key.provider.utf8), Array(key.information.utf8), key.ciphertext] {
                bytes += Self.sized(part)
            }
        }
        bytes += [UInt8(Self.framed)] + BigEndian.bytes(chunkBytes, count: 4) + commitment
        self.bytes = bytes
    }

    /// Reads what follows the magic, without the tag.
    init(from reader: EnvelopeReader) throws(OperationFailure) {
        let messageID = try reader.exactly(Self.idBytes)
        let section = try reader.number(bytes: 2)
        let start = reader.offset
        var pairs: [String: String] = [:]
        if section > 0 {
            for _ in 0..<(try reader.number(bytes: 2)) {
                let name = try reader.text()
                guard pairs.updateValue(try reader.text(), forKey: name) == nil else {
                    throw reader.malformed("has an encryption context with a name twice")
                }
            }
        }
        guard reader.offset - start == section else { throw reader.malformed("has an encryption context that is none") }
        let count = try reader.number(bytes: 2)
        guard (1...Self.mostKeys).contains(count) else {
            throw reader.malformed("has \(count) encrypted data keys; 1 to \(Self.mostKeys) can be")
        }
        var keys: [EncryptedKey] = []
        for _ in 0..<count {
            keys.append(
                EncryptedKey(
                    provider: try reader.text(), information: try reader.text(),
                    ciphertext: try reader.exactly(reader.number(bytes: 2))))
        }
        guard try reader.number(bytes: 1) == Self.framed else {
            throw reader.malformed("has a body without frames; such are opened by the AWS Encryption SDK only")
        }
        let chunkBytes = try reader.number(bytes: 4)
        guard (1...CurtainHeader.largestChunk).contains(chunkBytes) else {
            throw reader.malformed("has frames of \(chunkBytes) bytes; 1 to \(CurtainHeader.largestChunk) can be")
        }
        self.init(
            messageID: messageID, context: try EncryptionContext(pairs), keys: keys, chunkBytes: chunkBytes,
            commitment: try reader.exactly(Self.commitmentBytes))
    }

    /// The message's id as hexadecimal digits.
    var id: String { messageID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    private static func section(of context: EncryptionContext) -> [UInt8] {
        guard !context.pairs.isEmpty else { return [] }
        return context.sorted.reduce(BigEndian.bytes(context.pairs.count, count: 2)) { bytes, pair in
            bytes + sized(Array(pair.name.utf8)) + sized(Array(pair.value.utf8))
        }
    }

    private static func sized(_ bytes: [UInt8]) -> [UInt8] { BigEndian.bytes(bytes.count, count: 2) + bytes }
}
