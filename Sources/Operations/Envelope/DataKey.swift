import SensitiveMemory

/// A key of 256 bits that encrypts one payload and nothing else.
public struct DataKey: Sendable {
    public let bytes: SecretBytes
    public let wrapped: WrappedKey
    public let requestID: String

    public init(bytes: SecretBytes, wrapped: WrappedKey, requestID: String) {
        self.bytes = bytes
        self.wrapped = wrapped
        self.requestID = requestID
    }
}

/// A data key as KMS encrypted it: no secret.
public struct WrappedKey: Equatable, Sendable {
    /// The `CiphertextBlob`.
    public let ciphertext: [UInt8]
    /// The ARN of the KMS key that it is under; nil if only its own bytes tell.
    public let keyARN: String?

    public init(ciphertext: [UInt8], keyARN: String? = nil) {
        self.ciphertext = ciphertext
        self.keyARN = keyARN
    }
}
