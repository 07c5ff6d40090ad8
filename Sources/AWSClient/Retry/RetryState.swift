import Synchronization

/// The budgets and limiters of a client, one a service and region: a region that throttles slows no other.
final class RetryState: Sendable {
    private struct Scope: Hashable {
        let service: AWSServiceID
        let region: String?
    }

    let settings: RetrySettings
    private let quotas = Mutex<[Scope: RetryQuota]>([:])
    private let limiters = Mutex<[Scope: AdaptiveLimiter]>([:])

    init(_ settings: RetrySettings) { self.settings = settings }

    func quota(for service: AWSServiceID, in region: String?) -> RetryQuota {
        let scope = Scope(service: service, region: region)
        return quotas.withLock { quotas in
            if let known = quotas[scope] { return known }
            let fresh = RetryQuota()
            quotas[scope] = fresh
            return fresh
        }
    }

    /// nil in standard mode.
    func limiter(for service: AWSServiceID, in region: String?, time: Double) -> AdaptiveLimiter? {
        guard settings.mode == .adaptive else { return nil }
        let scope = Scope(service: service, region: region)
        return limiters.withLock { limiters in
            if let known = limiters[scope] { return known }
            let fresh = AdaptiveLimiter(time: time)
            limiters[scope] = fresh
            return fresh
        }
    }
}
