import FoundationEssentials

extension AccessIndex {
    /// Shorter spans say nothing of a month.
    static let shortestWindow = 6 * 3_600.0

    /// The latest span of which all reads of a store are known; a store that was never asked for in whole is missing, however
    /// many of its events other questions have brought.
    public var windows: [SecretStore: AccessInterval] {
        var windows: [SecretStore: AccessInterval] = [:]
        for store in SecretStore.allCases {
            let names =
                switch store {
                case .secretsManager: AccessLookup.secretReads
                case .parameterStore: AccessLookup.parameterReads
                case .kms: AccessLookup.decryptions
                case .environment: [String]()
                }
            let latest = names.map { name in
                coverage[AccessLookup(key: "EventName", value: name).text]?.max { $0.end < $1.end }
            }
            guard !latest.isEmpty, !latest.contains(nil), let start = latest.compactMap(\.?.start).max(),
                let end = latest.compactMap(\.?.end).min(), end.timeIntervalSince(start) >= Self.shortestWindow
            else { continue }
            windows[store] = AccessInterval(start: start, end: end)
        }
        return windows
    }
}
