/// Keeps what the rows of one load have in common once: a hundred thousand parameters were changed by a handful of
/// people, and lie in one account.
public final class SharedRowParts: Sendable {
    let places = SharedValues<ResourcePlace>()
    let traits = SharedValues<ParameterTraits>()

    public init() {}
}
