import FoundationEssentials

/// When sources changed last, and which version they had at a time.
struct SourceChanges: Sendable {
    private var changed: [Reference: Date] = [:]
    private let versions: [Reference: [VersionTime]]

    init(_ facts: AccountFacts) {
        versions = facts.versionTimes
        for row in facts.secrets { changed[row.common.reference] = row.common.modified }
        for row in facts.parameters { changed[row.common.reference] = row.common.modified }
        for (source, times) in facts.versionTimes {
            // A change of tags or rotation moves the secret's own time, not its value.
            if let current = times.first(where: \.isCurrent) { changed[source] = current.made }
        }
    }

    /// nil for a source that is not in the lists.
    func changed(_ source: Reference) -> Date? { changed[source] }

    /// The version that a reader at that time got.
    func version(of source: Reference, at time: Date) -> DriftRow.Held {
        guard let times = versions[source], !times.isEmpty else { return .unknown }
        let live = times.filter { $0.labels != ["AWSPENDING"] && $0.made <= time }
        return live.max { $0.made < $1.made }.map { .version($0.version) } ?? .older
    }

    /// The version that is read without saying which.
    func current(_ source: Reference) -> VersionTime? { versions[source]?.first { $0.isCurrent } }
}
