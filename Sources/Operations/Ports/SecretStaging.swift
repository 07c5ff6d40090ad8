import SensitiveMemory

/// The ability to stage, label and read versions of a secret.
public protocol SecretStaging: Sendable {
    /// Everything about the secret but its value.
    func state(of secret: String) async throws(CallFailure) -> SecretState
    /// A version with this token and the label AWSPENDING. The same token with other bytes is refused.
    func putPending(
        _ value: SecretBytes, isBinary: Bool, token: String, in secret: String
    ) async throws(CallFailure) -> CallReceipt
    /// Moves a label to a version, from another if it is on one; takes it off where `version` is nil.
    func moveLabel(
        _ label: String, to version: String?, from former: String?, in secret: String
    ) async throws(CallFailure) -> CallReceipt
    /// One version's value.
    func value(of secret: String, version: String) async throws(CallFailure) -> FetchedValue
    /// Starts the rotation of a secret that rotates by itself, under this token.
    func rotate(_ secret: String, token: String) async throws(CallFailure) -> CallReceipt
}

/// That a call was carried out.
public struct CallReceipt: Sendable, Equatable {
    public let requestID: String

    public init(requestID: String) { self.requestID = requestID }
}
