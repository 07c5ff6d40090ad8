/// What a step has learned that others, or the way back, will need: ids, versions, revisions, fingerprints.
public typealias Facts = [Fact: String]

/// The names of facts.
public enum Fact: String, CaseIterable, Sendable {
    /// A version of a secret, parameter or function.
    case version
    /// A function's RevisionId.
    case revision
    /// Fingerprint of the new value, under this installation's key.
    case fingerprint
    /// What AWSPREVIOUS was on.
    case previous
    /// The version that was there before.
    case former
    /// Whether the marker variable was there before.
    case marked
    /// From when on something is looked for: a time, RFC 3339.
    case since
}
