import Inventory

/// What a person says of single values of a set, and what holds for the others.
public struct PlanSetChoices: Sendable {
    public var transition: Transition?
    public var transitions: [Reference: Transition] = [:]
    public var recipe: ValueRecipe = .given
    public var recipes: [Reference: ValueRecipe] = [:]
    public var hooks: [Reference: String] = [:]

    public init(transition: Transition? = nil, recipe: ValueRecipe = .given) {
        self.transition = transition
        self.recipe = recipe
    }

    /// What was said of the value, or of the secret whose field it is.
    func said<Value>(_ table: [Reference: Value], of reference: Reference) -> Value? {
        table[reference] ?? reference.ofRow.flatMap { table[$0] }
    }
}
