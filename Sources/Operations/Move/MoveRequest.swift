import Inventory

/// What a person asks to be moved, and where to.
public struct MoveRequest: Sendable {
    /// One parameter or secret, or one or several variables of one function.
    public var subjects: [Reference]
    public var destination: PlannedMove.Destination
    /// The new parameter's or secret's name; nil for one after the old place.
    public var name: String?
    /// The KMS key, as the person named it.
    public var key: String?
    public var tier: String?
    /// The variables that tell the code where the value is, or hold it; with a pointer, a field of it. Empty for one after
    /// the old place.
    public var variables: [(name: String, pointer: String?)]
    public var excluded: Set<String>
    public var appliesGrants: Bool
    public var writesOverStacks: Bool
    public var rollout: Rollout

    public init(
        _ subjects: [Reference], to destination: PlannedMove.Destination, name: String? = nil, key: String? = nil,
        tier: String? = nil, variables: [(name: String, pointer: String?)] = [], excluded: Set<String> = [],
        appliesGrants: Bool = true, writesOverStacks: Bool = false, rollout: Rollout = Rollout()
    ) {
        self.subjects = subjects
        self.destination = destination
        self.name = name
        self.key = key
        self.tier = tier
        self.variables = variables
        self.excluded = excluded
        self.appliesGrants = appliesGrants
        self.writesOverStacks = writesOverStacks
        self.rollout = rollout
    }
}
