import Synchronization

/// The budgets and limiters of a client, one a service.
final class RetryState: Sendable {
    let settings: RetrySettings
    private let quotas = Mutex<[AWSServiceID: RetryQuota]>([:])
    private let limiters = Mutex<[AWSServiceID: AdaptiveLimiter]>([:])

    init(_ settings: RetrySettings) { self.settings = settings }

    func quota(for service: AWSServiceID) -> RetryQuota {
        quotas.withLock { quotas in
            if let known = quotas[service] { return known }
            let fresh = RetryQuota()
            quotas[service] = fresh
            return fresh
        }
    }

    /// nil in standard mode.
    func limiter(for service: AWSServiceID, time: Double) -> AdaptiveLimiter? {
        guard settings.mode == .adaptive else { return nil }
        return limiters.withLock { limiters in
            if let known = limiters[service] { return known }
            let fresh = AdaptiveLimiter(time: time)
            limiters[service] = fresh
            return fresh
        }
    }
}
