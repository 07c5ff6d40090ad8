/// Remembers who was seen and who was accepted: share mode that was left by its typed word comes on again only for
/// someone new.
public struct WatcherGuard: Sendable {
    private let search: WatcherSearch
    private var seen: [Watcher] = []
    private var accepted: Set<Watcher> = []

    public init(_ search: WatcherSearch = WatcherSearch()) { self.search = search }

    /// Looks again. Words that say who sees this terminal and has not been accepted; nil if there is nobody.
    ///
    /// Someone who went away and comes back is new.
    public mutating func look() -> String? {
        seen = search.watchers()
        accepted.formIntersection(seen)
        return seen.filter { !accepted.contains($0) }.words
    }

    /// The person knows of those that the last look found: share mode was left, and that is on record.
    public mutating func accept() { accepted.formUnion(seen) }
}
