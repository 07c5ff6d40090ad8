import Inventory

/// A variable that holds the value itself.
public struct PlanHolder: Hashable, Sendable {
    /// `env:FUNCTION/KEY`, or `env:FUNCTION@VERSION/KEY` of a published version.
    public let reference: Reference
    /// Which value it holds: `current`, `previous`.
    public let holds: String
    /// What will become of it, in words.
    public let end: String

    public init(reference: Reference, holds: String, end: String) {
        self.reference = reference
        self.holds = holds
        self.end = end
    }
}
