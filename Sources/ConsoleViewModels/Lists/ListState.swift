/// How far a list has got.
public enum ListState: Sendable, Equatable {
    /// Nobody has looked at it yet.
    case unasked
    case loading
    /// At that time, in seconds since 1970.
    case whole(at: Double)
    /// What is there may be a part, or older.
    case failed(Problem, at: Double)
}
