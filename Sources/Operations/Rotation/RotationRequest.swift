import Inventory

/// What a person asks of a plan.
public struct RotationRequest: Sendable {
    /// A secret (with a pointer for one field of it), a parameter, or a variable.
    public var subject: Reference
    /// Must be said for every rotation.
    public var transition: Transition?
    public var recipe: ValueRecipe
    public var hook: String?
    /// Whether someone else's pending version is to be kept under a label and put aside.
    public var clearsPending: Bool
    /// Functions that are left as they are.
    public var excluded: Set<String>
    /// Functions that are made to start anew although nothing but a permission says that they read the value.
    public var included: Set<String>
    /// Whether variables that a CloudFormation stack has set are written directly, which the next deployment undoes.
    public var writesOverStacks: Bool
    /// Whether stacks that resolve the value into variables are deployed by the plan.
    public var deploysStacks: Bool
    /// The key that an alias of KMS shall name; nil rotates the key itself.
    public var successorKey: String?
    /// Whether the ciphertexts under the key that stand in variables are encrypted anew.
    public var reEncrypts = false
    public var rollout: Rollout

    public init(
        _ subject: Reference, transition: Transition?, recipe: ValueRecipe = .given, hook: String? = nil,
        clearsPending: Bool = false, excluded: Set<String> = [], included: Set<String> = [],
        writesOverStacks: Bool = false, deploysStacks: Bool = false, rollout: Rollout = Rollout()
    ) {
        self.subject = subject
        self.transition = transition
        self.recipe = recipe
        self.hook = hook
        self.clearsPending = clearsPending
        self.excluded = excluded
        self.included = included
        self.writesOverStacks = writesOverStacks
        self.deploysStacks = deploysStacks
        self.rollout = rollout
    }
}
