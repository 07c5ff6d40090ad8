import FoundationEssentials

/// How often a store was asked, from CloudTrail's history, stretched to a month.
public struct CallCount: Sendable, Equatable {
    /// Calls a month by store.
    public let month: [SecretStore: Int]
    /// The days that were looked at.
    public let days: Double

    /// Counts what CloudTrail has told; nil if it told nothing.
    public init?(_ events: [AccessEvent], until now: Date) {
        guard let first = events.map(\.time).min() else { return nil }
        let days = max(1, now.timeIntervalSince(first) / 86_400)
        var counts: [SecretStore: Int] = [:]
        for event in events where event.errorCode == nil {
            switch event.service {
            case "secretsmanager.amazonaws.com": counts[.secretsManager, default: 0] += 1
            case "ssm.amazonaws.com": counts[.parameterStore, default: 0] += 1
            case "kms.amazonaws.com": counts[.kms, default: 0] += 1
            default: break
            }
        }
        month = counts.mapValues { Int((Double($0) * 30 / days).rounded(.up)) }
        self.days = days
    }
}
