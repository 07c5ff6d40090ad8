/// What a person says to a plan that waits for them.
public enum Confirmation: Hashable, Sendable {
    /// What had to be done elsewhere is done.
    case done
    /// Go on although CloudTrail does not show it.
    case unseen
    /// The name of what will be removed, as it was typed.
    case remove(String)
}
