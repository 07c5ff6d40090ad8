import Inventory

/// What a person asks to be set.
public struct SetRequest: Sendable {
    public enum Aim: Hashable, Sendable {
        /// What is there changes.
        case change
        /// It is made; with a pointer, the field is.
        case create
        /// It is deleted; a secret can be restored for so many days. With a pointer, the field goes.
        case delete(recoveryDays: Int)
        /// A secret's scheduled deletion is called off.
        case restore
    }

    /// A secret (with a pointer for one field of it), a parameter or a variable, without a version.
    public var subject: Reference
    public var aim: Aim
    /// Given, generated, an older version's value, or unchanged.
    public var recipe: ValueRecipe
    /// Attributes of a parameter that change with the value; those that are nil stay as they are.
    public var changes: ParameterChanges
    public var settings: RequestedSettings
    /// Whether someone else's pending version is to be kept under a label and put aside.
    public var clearsPending: Bool
    /// Whether a value is written although it is no JSON and the one before was.
    public var acceptsAnyForm: Bool
    /// The names of everything of the kind, to see those that differ only in case; empty if they were not read.
    public var names: [String]

    public init(
        _ subject: Reference, _ aim: Aim = .change, recipe: ValueRecipe = .given,
        changes: ParameterChanges = ParameterChanges(), settings: RequestedSettings = RequestedSettings(),
        clearsPending: Bool = false, acceptsAnyForm: Bool = false, names: [String] = []
    ) {
        self.subject = subject
        self.aim = aim
        self.recipe = recipe
        self.changes = changes
        self.settings = settings
        self.clearsPending = clearsPending
        self.acceptsAnyForm = acceptsAnyForm
        self.names = names
    }
}
