/// How sure it is that what a piece of evidence says holds.
public enum Certainty: String, Sendable, Comparable, CaseIterable {
    /// It cannot be ruled out from what can be seen.
    case possible
    /// It is so unless something unusual is.
    case likely
    /// It is written or recorded so.
    case sure

    private var order: Int {
        switch self {
        case .possible: 0
        case .likely: 1
        case .sure: 2
        }
    }

    public static func < (left: Certainty, right: Certainty) -> Bool { left.order < right.order }
}
