/// Whether an action applies.
public enum Availability: Sendable, Equatable {
    case available
    /// Known here, but not now: the reason is said.
    case disabled(DisabledReason)
    /// Not of this screen: neither footer nor help names it.
    case absent
}
