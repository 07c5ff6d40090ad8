/// What a plan that waits for a person waits for.
public enum PlanWait: Sendable, Equatable {
    /// Code that reads the new place.
    case code
    /// Proof that nobody reads the old place any more.
    case unread
    /// The typed name of what is removed for good.
    case removal(name: String)
}

/// What a person says to it.
public enum PlanWord: Sendable, Equatable {
    /// The code is there.
    case done
    /// Go on although CloudTrail does not show it.
    case unseen
    /// The name, as it was typed.
    case remove(String)
}
