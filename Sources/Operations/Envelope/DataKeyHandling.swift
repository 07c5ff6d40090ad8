/// The ability to make, decrypt and re-encrypt data keys, which KMS has.
public protocol DataKeyHandling: Sendable {
    /// A new data key under a KMS key: an id, an ARN or an alias.
    func newDataKey(under key: String, context: EncryptionContext) async throws(OperationFailure) -> DataKey

    /// The data key behind its ciphertext. Only after the record of the act is on disk.
    func dataKey(of wrapped: WrappedKey, context: EncryptionContext) async throws(OperationFailure) -> DataKey

    /// The same data key under another KMS key; it does not leave KMS.
    func rewrapped(
        _ wrapped: WrappedKey, under key: String, context: EncryptionContext
    ) async throws(OperationFailure) -> (key: WrappedKey, requestID: String)
}
