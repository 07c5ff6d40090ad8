/// Why a value could not be held. Never says anything about the value.
public enum SensitiveMemoryError: Error, Equatable, Sendable {
    /// The pool of locked pages has no room: refuse, never fall back to the ordinary heap.
    case poolExhausted(requested: Int)
    /// The kernel refused the pages: the failing call and its errno.
    case system(call: String, errno: Int32)
}
