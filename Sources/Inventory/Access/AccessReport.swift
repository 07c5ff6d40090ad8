import FoundationEssentials

/// The accesses of a span of time, marked where they are unlike what was before.
public struct AccessReport: Sendable, Equatable {
    /// What is unusual about an access.
    public enum Mark: String, Sendable, CaseIterable {
        /// Its reader had not read this before the span.
        case newReader
        /// Before the span, it was not read around this hour of the day (UTC) on more than one day.
        case unusualHour
        case refused
        /// Whoever asks for this report, by their session.
        case own
    }

    /// One access.
    public struct Row: Sendable, Equatable {
        public let event: AccessEvent
        public let marks: [Mark]
    }

    /// A reader's accesses together.
    public struct Reader: Sendable, Equatable {
        public let actor: String
        public let count: Int
        public let refused: Int
        public let first: Date
        public let last: Date
        public let references: [Reference]
        public let marks: [Mark]
    }

    /// An hour's accesses.
    public struct Hour: Sendable, Equatable {
        /// Its beginning.
        public let start: Date
        public let count: Int
        public let refused: Int
        public let isUnusual: Bool
    }

    /// The newest first.
    public let rows: [Row]
    public let span: AccessInterval
    /// Since when everything is known; a reader is called new only by what is known of before the span.
    public let baselineSince: Date?

    /// So many accesses on so many days before the span make a habit.
    static let habitEvents = 20
    static let habitDays = 3
    /// A single night is no habit.
    static let habitHourDays = 2

    /// - Parameters:
    ///   - events: all that are known, of the span and before.
    ///   - reference: only those that concern it; nil for all.
    ///   - own: the ARN of who asks: their own reads are no news.
    ///   - knownSince: since when all are known.
    public init(
        _ events: [AccessEvent], concerning reference: Reference?, in span: AccessInterval, own: String? = nil,
        knownSince: Date?
    ) {
        let wanted = events.filter { event in
            AccessRules.isRead(event) && (reference.map(event.concerns) ?? true)
        }.sorted { ($0.time, $0.id) > ($1.time, $1.id) }
        let before = wanted.filter { $0.time < span.start }
        self.span = span
        let isBaseline = knownSince.map { $0 < span.start.addingTimeInterval(-86_400) } ?? false
        baselineSince = isBaseline ? knownSince : nil
        let readers = Set(before.filter { $0.errorCode == nil }.map(\.who))
        let habits = Self.hours(before)
        rows = wanted.filter { $0.time >= span.start && $0.time <= span.end }.map { event in
            var marks: [Mark] = []
            if event.actor == own {
                marks.append(.own)
            } else if isBaseline, !readers.contains(event.who) {
                marks.append(.newReader)
            }
            if event.actor != own, let habits, !habits.contains(Self.hourOfDay(event.time)) {
                marks.append(.unusualHour)
            }
            if event.errorCode != nil { marks.append(.refused) }
            return Row(event: event, marks: marks)
        }
    }

    /// The hours of the day in or next to which people read on several days; nil while there is no habit.
    private static func hours(_ events: [AccessEvent]) -> Set<Int>? {
        var days: [Int: Set<Int>] = [:]
        for event in events {
            let day = event.time.dayNumber
            let hour = hourOfDay(event.time)
            for near in [(hour + 23) % 24, hour, (hour + 1) % 24] { days[near, default: []].insert(day) }
        }
        let all = days.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
        guard events.count >= habitEvents, all.count >= habitDays else { return nil }
        return Set(days.filter { $0.value.count >= habitHourDays }.keys)
    }

    private static func hourOfDay(_ time: Date) -> Int {
        Int((time.timeIntervalSince1970 / 3600).rounded(.down)) % 24
    }
}

extension AccessReport {
    /// By reader: those with news first, of them the ones that were let in before those that were only refused, then
    /// by number.
    public var readers: [Reader] {
        Dictionary(grouping: rows) { $0.event.who }.map { actor, rows in
            let times = rows.map(\.event.time)
            let marks = Mark.allCases.filter { mark in rows.contains { $0.marks.contains(mark) } }
            let references = Set(rows.compactMap(\.event.subject))
            return Reader(
                actor: actor, count: rows.count, refused: rows.count { $0.event.errorCode != nil },
                first: times.min() ?? span.start, last: times.max() ?? span.end,
                references: references.sorted { $0.text < $1.text }, marks: marks)
        }.sorted {
            ($1.news, $1.alarm, $1.count, $0.actor) < ($0.news, $0.alarm, $0.count, $1.actor)
        }
    }

    /// By hour of the span, the earliest first, the empty ones too.
    public var hours: [Hour] {
        let first = Int((span.start.timeIntervalSince1970 / 3600).rounded(.down))
        let last = Int((span.end.timeIntervalSince1970 / 3600).rounded(.down))
        let grouped = Dictionary(grouping: rows) { Int(($0.event.time.timeIntervalSince1970 / 3600).rounded(.down)) }
        return (first...max(first, last)).map { hour in
            let rows = grouped[hour] ?? []
            return Hour(
                start: Date(timeIntervalSince1970: Double(hour) * 3600), count: rows.count,
                refused: rows.count { $0.event.errorCode != nil },
                isUnusual: rows.contains { $0.marks.contains(.unusualHour) || $0.marks.contains(.newReader) })
        }
    }
}

extension AccessReport.Reader {
    /// How many ways there are in which its accesses are unlike what was before.
    fileprivate var news: Int { marks.count { $0 == .newReader || $0 == .unusualHour } }

    /// With news, who was let in comes first; without, who was refused does.
    fileprivate var alarm: Int { news > 0 ? min(count - refused, 1) : min(refused, 1) }
}

extension AccessEvent {
    /// Who asked, the same for all sessions of a role that have one name.
    public var who: String { actor }
}
