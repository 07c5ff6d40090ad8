import SensitiveMemory

/// The ability to encrypt what a variable shall hold under a KMS key, and to decrypt it again.
public protocol VariableEncrypting: Sendable {
    /// The ciphertext as base64. It is bound to the function by its encryption context (`LambdaFunctionName`), as the
    /// Lambda console does it.
    func encrypt(_ value: SecretBytes, under key: String, for function: String) async throws(CallFailure) -> SecretBytes
    /// The plaintext of what a variable of the function holds: first with that context, then without any.
    func decrypt(_ text: SecretBytes, of function: String) async throws(CallFailure) -> SecretBytes
    /// What a variable of the function holds, under a key; the plaintext does not leave KMS, the encryption context stays.
    func reEncrypt(
        _ text: SecretBytes, under key: String, of function: String
    ) async throws(CallFailure) -> ReEncryptedVariable
}

/// A ciphertext under another key, or anew under its own.
public struct ReEncryptedVariable: Sendable {
    /// Base64.
    public let text: SecretBytes
    /// The id of the key that it was under; nil if KMS does not tell.
    public let formerKey: String?
    /// The id of the key that it is under now.
    public let key: String

    public init(text: SecretBytes, formerKey: String?, key: String) {
        self.text = text
        self.formerKey = formerKey
        self.key = key
    }
}
