import Inventory

/// Where the old value of a plan still is, and the steps that let it go. There is no value in it.
public struct RetirementSheet: Sendable, Equatable {
    public let plan: String
    public let subject: Reference
    /// What would lose the value that it uses: nothing is retired while there is any.
    public let inUse: [PlanSheet.Remark]
    public let removed: [PlanSheet.Remark]
    public let stays: [PlanSheet.Remark]
    public let steps: [PlanSheet.Step]
    /// What could not be looked at.
    public let gaps: [String]

    public init(
        plan: String, subject: Reference, inUse: [PlanSheet.Remark], removed: [PlanSheet.Remark],
        stays: [PlanSheet.Remark], steps: [PlanSheet.Step], gaps: [String]
    ) {
        self.plan = plan
        self.subject = subject
        self.inUse = inUse
        self.removed = removed
        self.stays = stays
        self.steps = steps
        self.gaps = gaps
    }
}
