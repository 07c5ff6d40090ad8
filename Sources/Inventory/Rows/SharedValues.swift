import Synchronization

/// Gives out one object for all equal values. As long as the rows of one load live there is one of these.
final class SharedValues<Value: Hashable & Sendable>: Sendable {
    private let known = Mutex<[Value: Shared<Value>]>([:])

    func shared(_ value: Value) -> Shared<Value> {
        known.withLock { known in
            if let shared = known[value] { return shared }
            let shared = Shared(value)
            known[value] = shared
            return shared
        }
    }
}
