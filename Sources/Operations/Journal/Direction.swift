/// Which way a step is done.
public enum Direction: String, CaseIterable, Sendable {
    case forward
    /// Taken back.
    case back
}
