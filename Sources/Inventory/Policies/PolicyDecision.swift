/// Whether somebody may do something, as far as the documents tell.
public enum PolicyDecision: Sendable, Equatable {
    /// Allowed: `by` says which statement does it.
    case allowed(by: String)
    /// Neither allowed nor refused for certain: `because` names what it hangs on.
    case undecided(because: String)
    /// A statement denies it, whatever allows it.
    case denied(by: String)
    /// Nothing allows it.
    case notAllowed

    /// Whether it may be.
    public var isPossible: Bool {
        switch self {
        case .allowed, .undecided: true
        case .denied, .notAllowed: false
        }
    }
}
