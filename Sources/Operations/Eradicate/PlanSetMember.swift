import Inventory

/// One value of a set: why it is in it, and the plan that gives it a new one.
public struct PlanSetMember: Hashable, Sendable {
    /// What gets the new value; with a pointer where it is a field of a secret.
    public let reference: Reference
    /// How it came into the blast radius, a line each.
    public var why: [String]
    /// What has to have its new value before.
    public var after: [Reference]
    /// The member whose new value this one gets too, because it holds the same now.
    public var copyOf: Reference?
    /// The plan as it was read and reviewed. It is made anew when its turn comes, because those before it change the
    /// same functions, and may then not touch more than this one.
    public var reviewed: Plan
    /// The plan that was begun; nil as long as its turn has not come.
    public var plan: PlanID?

    public init(
        _ reference: Reference, why: [String], after: [Reference] = [], copyOf: Reference? = nil, reviewed: Plan,
        plan: PlanID? = nil
    ) {
        self.reference = reference
        self.why = why
        self.after = after
        self.copyOf = copyOf
        self.reviewed = reviewed
        self.plan = plan
    }
}
