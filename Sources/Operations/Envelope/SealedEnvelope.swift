/// What a new envelope is, for whoever has to use it. Nothing of its payload.
public struct SealedEnvelope: Equatable, Sendable {
    public let format: EnvelopeFormat
    /// What tells this sealing from every other.
    public let id: String
    /// The ARN of the KMS key that its data key is under.
    public let keyARN: String
    public let context: EncryptionContext
}
