/// What a person asks of every plan of a set.
public struct PlanSetWishes: Hashable, Sendable {
    /// Whether pending versions of others are to be kept under a label and put aside.
    public var clearsPending: Bool
    /// Functions that are left as they are.
    public var excluded: Set<String>
    /// Functions that are made to start anew although nothing but a permission says that they read the value.
    public var included: Set<String>
    public var writesOverStacks: Bool
    public var deploysStacks: Bool
    public var rollout: Rollout

    public init(
        clearsPending: Bool = false, excluded: Set<String> = [], included: Set<String> = [],
        writesOverStacks: Bool = false, deploysStacks: Bool = false, rollout: Rollout = Rollout()
    ) {
        self.clearsPending = clearsPending
        self.excluded = excluded
        self.included = included
        self.writesOverStacks = writesOverStacks
        self.deploysStacks = deploysStacks
        self.rollout = rollout
    }
}
