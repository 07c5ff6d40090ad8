import FoundationEssentials

/// How often a store was asked, from CloudTrail's history, stretched to a month.
public struct CallCount: Sendable, Equatable {
    /// Calls a month by store; a store of which no whole span is known is missing.
    public let month: [SecretStore: Int]
    /// The days that were looked at, by store.
    public let days: [SecretStore: Double]

    /// Counts what CloudTrail has told of the spans of which it has told all.
    public init(_ events: [AccessEvent], in windows: [SecretStore: AccessInterval]) {
        var month: [SecretStore: Int] = [:]
        var days: [SecretStore: Double] = [:]
        for (store, window) in windows {
            let count = events.count { event in
                event.errorCode == nil && store.hasCalls(of: event.service) && event.time >= window.start
                    && event.time <= window.end
            }
            let length = window.end.timeIntervalSince(window.start) / 86_400
            month[store] = Int((Double(count) * 30 / length).rounded(.up))
            days[store] = length
        }
        self.month = month
        self.days = days
    }

    /// The stores whose calls have a price and were not counted.
    var missing: [SecretStore] {
        [.parameterStore, .secretsManager, .kms].filter { month[$0] == nil }
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
