import SensitiveMemory

/// The ability to encrypt what a variable shall hold under a KMS key, and to decrypt it again.
public protocol VariableEncrypting: Sendable {
    /// The ciphertext as base64. It is bound to the function by its encryption context (`LambdaFunctionName`), as the
    /// Lambda console does it.
    func encrypt(_ value: SecretBytes, under key: String, for function: String) async throws(CallFailure) -> SecretBytes
    /// The plaintext of what a variable of the function holds: first with that context, then without any.
    func decrypt(_ text: SecretBytes, of function: String) async throws(CallFailure) -> SecretBytes
}
