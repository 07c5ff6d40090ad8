/// Why bytes could not be encrypted, decrypted or derived. Never says anything about them.
public enum CipherError: Error, Equatable, Sendable {
    /// The tag does not fit: another key, nonce or additional data, or changed bytes.
    case notAuthentic
    /// The key has not the size that the algorithm takes, in bytes.
    case keySize(Int)
    /// libcrypto refused; the C function's name.
    case refused(call: String)
    /// No locked memory for the result.
    case memory(SensitiveMemoryError)
}
