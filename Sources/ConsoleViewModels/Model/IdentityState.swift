/// What is known about who we are.
public enum IdentityState: Sendable, Equatable {
    case unknown
    case known(Identity)
    case failed(Problem)
}
