import FoundationEssentials

/// How often each store was called in a month.
public struct CallCount: Sendable, Equatable {
    /// A store whose calls nobody has counted is missing.
    public let stores: [SecretStore: CountedCalls]

    /// Counts what CloudTrail has told of the spans of which it has told all, where CloudWatch has not counted.
    ///
    /// - Parameter usage: what CloudWatch has counted.
    public init(
        _ events: [AccessEvent], in windows: [SecretStore: AccessInterval], usage: [SecretStore: CountedCalls] = [:]
    ) {
        var stores = usage
        for (store, window) in windows where usage[store] == nil {
            let count = events.count { event in
                event.errorCode == nil && store.hasCalls(of: event.service) && event.time >= window.start
                    && event.time <= window.end
            }
            stores[store] = CountedCalls(
                count, days: window.end.timeIntervalSince(window.start) / 86_400, source: .cloudTrail)
        }
        self.stores = stores
    }

    /// The stores whose calls have a price and were not counted.
    var missing: [SecretStore] {
        [.parameterStore, .secretsManager, .kms].filter { stores[$0] == nil }
    }
}

extension SecretStore {
    fileprivate func hasCalls(of service: String) -> Bool {
        switch self {
        case .secretsManager: service == "secretsmanager.amazonaws.com"
        case .parameterStore: service == "ssm.amazonaws.com"
        case .kms: service == "kms.amazonaws.com"
        case .environment: false
        }
    }
}
