import Inventory

/// What a person asks of a plan.
public struct RotationRequest: Sendable {
    /// A secret (with a pointer for one field of it), a parameter, or a variable.
    public var subject: Reference
    /// Must be said for every rotation.
    public var transition: Transition?
    public var recipe: ValueRecipe
    public var hook: String?
    public var wishes: RotationWishes
    /// The key that an alias of KMS shall name; nil rotates the key itself.
    public var successorKey: String?
    /// Whether the ciphertexts under the key that stand in variables are encrypted anew.
    public var reEncrypts = false

    public init(
        _ subject: Reference, transition: Transition?, recipe: ValueRecipe = .given, hook: String? = nil,
        wishes: RotationWishes = RotationWishes()
    ) {
        self.subject = subject
        self.transition = transition
        self.recipe = recipe
        self.hook = hook
        self.wishes = wishes
    }
}
