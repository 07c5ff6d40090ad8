import FoundationEssentials

/// The reads of values that this installation made itself, as its audit trail has them. AWS counts them as uses like any
/// other; they say nothing about who needs a value.
public struct OwnReads: Sendable {
    /// What was read on which days since 1970, in UTC: AWS tells only the day of the last access.
    private var days: [Reference: Set<Int>] = [:]
    /// Days on which a search for a value read everything.
    private var searches: Set<Int> = []
    private var requests: Set<String> = []
    /// When each thing was read and by which session: the Decrypt behind a read is an event with a request id of its own.
    private var moments: [Reference: [(time: Date, actor: String)]] = [:]
    /// Seconds between such an event, which has whole ones, and the record of the answer.
    private static let nearby = 5.0

    public init() {}

    /// Adds a read of one thing.
    ///
    /// - Parameters:
    ///   - time: when the answer was recorded.
    ///   - actor: the session's ARN.
    public mutating func add(_ reference: Reference, at time: Date, by actor: String?, requestID: String?) {
        let row = reference.ofRow ?? reference
        days[row, default: []].insert(time.dayNumber)
        if let requestID { requests.insert(requestID) }
        if let actor { moments[row, default: []].append((time, actor)) }
    }

    /// Adds a search that read everything.
    public mutating func addSearch(at time: Date) { searches.insert(time.dayNumber) }

    /// Whether the last access of the thing may be one of these: then it tells nothing of others.
    public func explain(_ lastAccess: Date, of reference: Reference) -> Bool {
        let day = lastAccess.dayNumber
        return searches.contains(day) || days[reference.ofRow ?? reference]?.contains(day) == true
    }

    /// Whether the event is one of these, or what a store did on behalf of one.
    public func contain(_ event: AccessEvent) -> Bool {
        if let id = event.requestID, requests.contains(id) { return true }
        guard event.invokedBy != nil else { return false }
        return event.references.contains { reference in
            moments[reference.ofRow ?? reference, default: []].contains { moment in
                moment.actor == event.actor && abs(moment.time.timeIntervalSince(event.time)) <= Self.nearby
            }
        }
    }
}
