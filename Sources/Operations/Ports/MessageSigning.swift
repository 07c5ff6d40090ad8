import SensitiveMemory

/// The ability to sign a message with a key that nobody has: AWS KMS has it.
public protocol MessageSigning: Sendable {
    /// A signature over at most 4,096 bytes that are no secret.
    func sign(_ message: [UInt8], with key: String) async throws(OperationFailure) -> MessageSignature
    /// The public half of a key, DER.
    func publicKey(of key: String) async throws(OperationFailure) -> [UInt8]
}

/// A signature and what made it.
public struct MessageSignature: Equatable, Sendable {
    public let keyARN: String
    public let algorithm: SignatureAlgorithm
    public let signature: [UInt8]
    public let requestID: String

    public init(keyARN: String, algorithm: SignatureAlgorithm, signature: [UInt8], requestID: String) {
        self.keyARN = keyARN
        self.algorithm = algorithm
        self.signature = signature
        self.requestID = requestID
    }
}
