import Inventory

/// A function that reads the value at run time.
public struct PlanReader: Hashable, Sendable {
    public let reference: Reference
    /// How it is known: a variable that names the source, a policy, a template.
    public let via: String
    /// Until when it may go on with the old value, in words.
    public let until: String

    public init(reference: Reference, via: String, until: String) {
        self.reference = reference
        self.via = via
        self.until = until
    }
}
