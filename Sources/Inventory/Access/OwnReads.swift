import FoundationEssentials

/// The reads of values that this installation made itself, as its audit trail has them. AWS counts them as uses like any
/// other; they say nothing about who needs a value.
public struct OwnReads: Sendable, Equatable {
    /// What was read on which days since 1970, in UTC: AWS tells only the day of the last access.
    private var days: [Reference: Set<Int>] = [:]
    /// Days on which a search for a value read everything.
    private var searches: Set<Int> = []
    private var requests: Set<String> = []

    public init() {}

    /// Adds a read of one thing.
    public mutating func add(_ reference: Reference, at time: Date, requestID: String?) {
        days[reference.ofRow ?? reference, default: []].insert(Self.day(time))
        if let requestID { requests.insert(requestID) }
    }

    /// Adds a search that read everything.
    public mutating func addSearch(at time: Date) { searches.insert(Self.day(time)) }

    /// Whether the last access of the thing may be one of these: then it tells nothing of others.
    public func explain(_ lastAccess: Date, of reference: Reference) -> Bool {
        let day = Self.day(lastAccess)
        return searches.contains(day) || days[reference.ofRow ?? reference]?.contains(day) == true
    }

    private static func day(_ time: Date) -> Int { Int((time.timeIntervalSince1970 / 86_400).rounded(.down)) }

    /// Whether the event is one of these.
    public func contain(_ event: AccessEvent) -> Bool { event.requestID.map(requests.contains) ?? false }
}
