/// A version of a stored value that is worth reading.
public struct StoredVersion: Sendable, Equatable {
    public let reference: Reference
    /// Whether it is the one that is read without saying which.
    public let isCurrent: Bool
    /// How many bytes the next value may have; nil where it is not this one that is written anew.
    public let limit: AWSFact?

    public init(_ reference: Reference, isCurrent: Bool, limit: AWSFact? = nil) {
        self.reference = reference
        self.isCurrent = isCurrent
        self.limit = isCurrent ? limit : nil
    }
}
