import Inventory
import SensitiveMemory

/// The ability to read one value from its store. Only `Reveal` and its like call it, and only after the
/// audit record is on disk.
public protocol ValueFetching: Sendable {
    /// Reads the value that the reference names: a variable, a parameter, or a secret as a whole. The field that
    /// a pointer names is taken out of it here, so the reference never comes with one.
    func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue
}

/// A value as its store gave it.
public struct FetchedValue: Sendable {
    public let bytes: SecretBytes
    /// The version that was read: a version id, a number, a RevisionId.
    public let version: String?
    public let requestID: String
    /// Whether the store keeps it as binary (`SecretBinary`).
    public let isBinary: Bool

    public init(bytes: SecretBytes, version: String?, requestID: String, isBinary: Bool) {
        self.bytes = bytes
        self.version = version
        self.requestID = requestID
        self.isBinary = isBinary
    }
}
