import SensitiveMemory

/// A part of a variable's value that may be a name: kept as a fingerprint, never as text.
public struct ValueMention: Sendable, Equatable {
    public enum Form: Sendable {
        /// An ARN inside a longer value.
        case arn
        /// Something with the shape of a name inside a longer value.
        case name
        /// Behind `{{resolve:`, which CloudFormation has not resolved.
        case resolve
        /// The whole value but for a version behind its last colon.
        case pinned
        /// The bucket or table in front of the first slash of a pointer to a stored thing.
        case container
        /// The key's id that a ciphertext carries in clear.
        case ciphertextKey
    }

    public let fingerprint: Fingerprint
    public let form: Form
    /// The version, label or stage that stood behind the name.
    public let pin: Fingerprint?

    public init(fingerprint: Fingerprint, form: Form, pin: Fingerprint? = nil) {
        self.fingerprint = fingerprint
        self.form = form
        self.pin = pin
    }
}
