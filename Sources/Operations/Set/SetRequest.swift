import Inventory

/// What a person asks to be written.
public struct SetRequest: Sendable {
    /// A secret (with a pointer for one field of it) or a parameter, without a version.
    public var subject: Reference
    /// Given, generated, or an older version's value.
    public var recipe: ValueRecipe
    /// Attributes of a parameter that change with the value; those that are nil stay as they are.
    public var changes: ParameterChanges
    /// Whether someone else's pending version is to be kept under a label and put aside.
    public var clearsPending: Bool

    public init(
        _ subject: Reference, recipe: ValueRecipe = .given, changes: ParameterChanges = ParameterChanges(),
        clearsPending: Bool = false
    ) {
        self.subject = subject
        self.recipe = recipe
        self.changes = changes
        self.clearsPending = clearsPending
    }
}

/// What changes of a parameter besides its value.
public struct ParameterChanges: Hashable, Sendable {
    /// `Standard`, `Advanced`, `Intelligent-Tiering`. From advanced there is no way back.
    public var tier: String?
    /// The KMS key of a SecureString.
    public var keyID: String?
    /// The policies, JSON; an empty list `[]` takes them off.
    public var policies: String?

    public init(tier: String? = nil, keyID: String? = nil, policies: String? = nil) {
        self.tier = tier
        self.keyID = keyID
        self.policies = policies
    }

    var isEmpty: Bool { tier == nil && keyID == nil && policies == nil }
}
