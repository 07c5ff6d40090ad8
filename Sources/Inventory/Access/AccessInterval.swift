import FoundationEssentials

/// A span of time of which all events are known.
public struct AccessInterval: Sendable, Equatable {
    public var start: Date
    public var end: Date

    public init(start: Date, end: Date) {
        self.start = start
        self.end = end
    }

    /// The spans with one more, those that touch joined, the earliest first.
    public static func joined(_ intervals: [AccessInterval], with new: AccessInterval) -> [AccessInterval] {
        guard new.start <= new.end else { return intervals }
        return (intervals + [new]).sorted { $0.start < $1.start }.reduce(into: []) { joined, next in
            if let last = joined.last, next.start <= last.end {
                joined[joined.count - 1].end = max(last.end, next.end)
            } else {
                joined.append(next)
            }
        }
    }

    /// The parts of a span that are not among the known ones, the latest first.
    public static func gaps(in span: AccessInterval, known: [AccessInterval]) -> [AccessInterval] {
        var gaps: [AccessInterval] = []
        var from = span.start
        for interval in known.sorted(by: { $0.start < $1.start }) where interval.end > from {
            if interval.start >= span.end { break }
            if interval.start > from { gaps.append(AccessInterval(start: from, end: interval.start)) }
            from = max(from, interval.end)
        }
        if from < span.end { gaps.append(AccessInterval(start: from, end: span.end)) }
        return gaps.reversed()
    }
}
