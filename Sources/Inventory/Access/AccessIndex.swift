import FoundationEssentials

/// What is known of CloudTrail's history without asking: events, and of which spans all of them are known, by what was
/// looked up. Names and times only.
public struct AccessIndex: Sendable, Equatable {
    /// Events older than this are forgotten: AWS has them no longer either.
    public static let keptSeconds = 90 * 86_400.0
    /// AWS tells an event up to so late; the latest span is asked again.
    public static let lateSeconds = 30 * 60.0
    /// No more events than these are kept; the oldest go first.
    static let limit = 200_000

    /// By the event's id.
    private var byID: [String: AccessEvent] = [:]
    /// By what was looked up: `EventName=GetSecretValue`.
    public private(set) var coverage: [String: [AccessInterval]] = [:]

    public init() {}

    public init(events: [AccessEvent], coverage: [String: [AccessInterval]]) {
        for event in events { byID[event.id] = event }
        self.coverage = coverage
    }

    /// All events, the newest first.
    public var events: [AccessEvent] { byID.values.sorted { ($0.time, $0.id) > ($1.time, $1.id) } }

    public mutating func add(_ events: [AccessEvent]) { for event in events { byID[event.id] = event } }

    /// All events of the span are known now for what was looked up.
    public mutating func cover(_ lookup: String, _ span: AccessInterval) {
        coverage[lookup] = AccessInterval.joined(coverage[lookup] ?? [], with: span)
    }

    /// What must still be asked to know the span, the latest first.
    public func missing(_ lookup: String, in span: AccessInterval) -> [AccessInterval] {
        AccessInterval.gaps(in: span, known: coverage[lookup] ?? [])
    }

    /// Since when everything is known for all of these, but for the last half hour of the span; nil if not even that.
    public func knownSince(_ lookups: [String], in span: AccessInterval) -> Date? {
        let settled = AccessInterval(start: span.start, end: span.end.addingTimeInterval(-Self.lateSeconds))
        let starts = lookups.map { lookup in missing(lookup, in: settled).first?.end ?? settled.start }
        return starts.max().flatMap { $0 < settled.end ? $0 : nil }
    }

    /// Forgets what AWS has forgotten, and what would make the file too large.
    public mutating func trim(now: Date) {
        let oldest = now.addingTimeInterval(-Self.keptSeconds)
        byID = byID.filter { $0.value.time >= oldest }
        if byID.count > Self.limit {
            let kept = events.prefix(Self.limit)
            let start = kept.last?.time ?? now
            byID = Dictionary(kept.map { ($0.id, $0) }) { first, _ in first }
            clip(before: start)
        } else {
            clip(before: oldest)
        }
    }

    private mutating func clip(before start: Date) {
        coverage = coverage.mapValues { intervals in
            intervals.filter { $0.end > start }.map { AccessInterval(start: max($0.start, start), end: $0.end) }
        }
    }
}
