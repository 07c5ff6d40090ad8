import Inventory
import SensitiveMemory

/// An envelope that is to be opened: where its payload is and where its encrypted data key.
public struct OpenableEnvelope {
    /// Where the encrypted data key of curtain's own format is kept.
    public enum EncryptedKey: Equatable, Sendable {
        /// Nobody said: right for a message of the AWS Encryption SDK, which has it in it.
        case inside
        /// The text of a file.
        case text(String)
        /// A variable, a parameter or a secret.
        case stored(Reference)
    }

    public let payload: any EnvelopeSource
    public let encryptedKey: EncryptedKey

    public init(payload: any EnvelopeSource, encryptedKey: EncryptedKey) {
        self.payload = payload
        self.encryptedKey = encryptedKey
    }

    /// Which format the payload is in, from its header. Throws `badInput` if it is none; the payload is then at its
    /// beginning again.
    public func format() throws(OperationFailure) -> EnvelopeFormat {
        let header = try EnvelopeHeader(from: EnvelopeReader(payload))
        try payload.rewind()
        return header.format
    }

    /// The encryption context that the header names; the payload is then at its beginning again.
    public func encryptionContext() throws(OperationFailure) -> [String: String] {
        let header = try EnvelopeHeader(from: EnvelopeReader(payload))
        try payload.rewind()
        return header.context.pairs
    }

    /// The ciphertext that base64 holds, line ends and spaces around it left out. Throws `badInput`, which quotes
    /// nothing: what stands in a variable may be something else.
    public static func wrappedKey(base64 text: UnsafeRawBufferPointer) throws(OperationFailure) -> WrappedKey {
        let spaces = Set(" \n\r\t".utf8)
        let kept = UnsafeRawBufferPointer(rebasing: text.drop { spaces.contains($0) })
        let end = kept.lastIndex { !spaces.contains($0) }.map { $0 + 1 } ?? 0
        let digits = UnsafeRawBufferPointer(rebasing: kept[..<end])
        guard !digits.isEmpty, let count = Base64Decoding.decodedCount(digits) else {
            throw OperationFailure(.badInput, "the encrypted key is not base64")
        }
        return WrappedKey(
            ciphertext: [UInt8](unsafeUninitializedCapacity: count) { room, used in
                used = Base64Decoding.decode(digits, into: UnsafeMutableRawBufferPointer(room))
            })
    }

    /// The same of a file's text.
    public static func wrappedKey(base64 text: String) throws(OperationFailure) -> WrappedKey {
        var text = text
        return try text.withUTF8 { bytes in
            Result { () throws(OperationFailure) in try wrappedKey(base64: UnsafeRawBufferPointer(bytes)) }
        }.get()
    }
}
