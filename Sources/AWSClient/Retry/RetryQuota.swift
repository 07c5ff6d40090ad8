import Synchronization

/// The retry budget of one service: each retry costs, each success pays back. When it is empty, calls fail at
/// once instead of beating a service that is down.
final class RetryQuota: Sendable {
    static let capacity = 500

    private let available = Mutex(RetryQuota.capacity)

    /// Takes the price of a retry; false if there is not enough.
    func acquire(_ price: Int) -> Bool {
        available.withLock { available in
            guard price <= available else { return false }
            available -= price
            return true
        }
    }

    func release(_ amount: Int) {
        available.withLock { $0 = min(Self.capacity, $0 + amount) }
    }

    var left: Int { available.withLock { $0 } }
}
