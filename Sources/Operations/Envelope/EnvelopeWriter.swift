import FoundationEssentials
import SensitiveMemory

/// Puts an envelope together under a fresh data key.
struct EnvelopeWriter {
    /// 64 KiB: small enough for locked memory, large enough that its overhead does not count.
    static let chunkBytes = 1 << 16

    let sealed: SealedEnvelope
    /// The text of the file beside the payload; nil where the key lies in the payload.
    let encryptedKey: String?
    let cipher: PayloadCipher
    /// What the payload begins with.
    let start: [UInt8]

    init(
        _ format: EnvelopeFormat, _ dataKey: DataKey, context: EncryptionContext, chunkBytes: Int = Self.chunkBytes
    ) throws(OperationFailure) {
        guard let keyARN = dataKey.wrapped.keyARN else {
            throw OperationFailure(.unreachable, "KMS did not say which key it used", requestID: dataKey.requestID)
        }
        let id: String
        switch format {
        case .curtain:
            let header = CurtainHeader(
                id: Self.hex(Self.random(16)), context: context, chunkBytes: chunkBytes)
            cipher = PayloadCipher(header, key: dataKey.bytes)
            start = header.bytes
            encryptedKey = Data(dataKey.wrapped.ciphertext).base64EncodedString()
            id = header.id
        case .awsEncryptionSDK:
            let messageID = Self.random(MessageHeader.idBytes)
            let keys = try MessageKeys(dataKey.bytes, messageID: messageID)
            let header = MessageHeader(
                messageID: messageID, context: context,
                keys: [
                    .init(
                        provider: MessageHeader.provider, information: keyARN,
                        ciphertext: dataKey.wrapped.ciphertext)
                ], chunkBytes: chunkBytes, commitment: keys.commitment)
            cipher = PayloadCipher(header, key: keys.frames)
            start = header.bytes + (try keys.tag(of: header))
            encryptedKey = nil
            id = header.id
        }
        sealed = SealedEnvelope(format: format, id: id, keyARN: keyARN, context: context)
    }

    /// Reads the plaintext to its end and keeps the whole envelope.
    func write(_ source: any EnvelopeSource, to sink: any EnvelopeSink) throws(OperationFailure) {
        try begin(sink)
        try cipher.seal(source) { bytes throws(OperationFailure) in try sink.write(bytes) }
    }

    func begin(_ sink: any EnvelopeSink) throws(OperationFailure) {
        let outcome = start.withUnsafeBytes { bytes in
            Result { () throws(OperationFailure) in try sink.write(bytes) }
        }
        try outcome.get()
    }

    private static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in .random(in: .min ... .max, using: &generator) }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
