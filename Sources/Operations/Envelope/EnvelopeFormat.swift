/// How an envelope lies in files. docs/envelope.md describes both, byte by byte.
public enum EnvelopeFormat: String, CaseIterable, Sendable {
    /// A payload, and beside it the encrypted data key in base64, ready for a variable.
    case curtain
    /// One message of the AWS Encryption SDK, format 2, suite 0x0478: the encrypted data key lies in it.
    case awsEncryptionSDK = "aws-encryption-sdk"
}
