import Inventory

/// Something that the plan does not touch although it uses the value.
public struct PlanOmission: Hashable, Sendable {
    public let reference: Reference
    public let why: String

    public init(reference: Reference, why: String) {
        self.reference = reference
        self.why = why
    }
}
