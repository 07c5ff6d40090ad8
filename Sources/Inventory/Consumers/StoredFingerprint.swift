import SensitiveMemory

/// The fingerprint of a stored value that was read with a note.
public struct StoredFingerprint: Sendable, Equatable {
    /// The secret or parameter, without version.
    public let source: Reference
    /// The version id or number.
    public let version: String
    /// Whether it is the one that is read without saying which.
    public let isCurrent: Bool
    /// `/password` for a field of a JSON secret; nil for the whole.
    public let field: String?
    public let fingerprint: Fingerprint

    public init(source: Reference, version: String, isCurrent: Bool, field: String?, fingerprint: Fingerprint) {
        self.source = source
        self.version = version
        self.isCurrent = isCurrent
        self.field = field
        self.fingerprint = fingerprint
    }
}
