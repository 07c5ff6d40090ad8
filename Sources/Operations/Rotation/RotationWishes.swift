/// What a person asks of a rotation whatever it rotates; of a set, it holds for every plan.
public struct RotationWishes: Hashable, Sendable {
    /// Whether pending versions of others are to be kept under a label and put aside.
    public var clearsPending: Bool
    /// Functions that are left as they are.
    public var excluded: Set<String>
    /// Functions that are made to start anew although nothing but a permission says that they read the value.
    public var included: Set<String>
    /// Whether variables that a CloudFormation stack has set are written directly, which the next deployment undoes.
    public var writesOverStacks: Bool
    /// Whether stacks that resolve the value into variables are deployed by the plan.
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
