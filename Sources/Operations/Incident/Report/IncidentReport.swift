import FoundationEssentials

/// What a report says, put together from the timeline alone.
public struct IncidentReport: Equatable, Sendable {
    /// A stretch of time between two moments.
    public struct Span: Equatable, Sendable {
        /// `time to detect`
        public let name: String
        /// nil as long as one of the two moments is not known.
        public let seconds: Double?
        public let isEstimated: Bool
    }

    /// A value that was shown, copied or compared, or that was asked for.
    public struct Showing: Equatable, Sendable {
        public let time: Date
        public let actor: String
        public let event: String
        public let reference: String
        public let why: String
        public let result: String
    }

    public let incident: Incident
    public let lines: [TimelineLine]
    public let chainCount: Int
    public let accounts: [String]
    public let regions: [String]
    /// Everything that an entry is about, by its reference.
    public let resources: [String]
    public let spans: [Span]
    public let showings: [Showing]
    public let decisions: [TimelineLine]
    /// Where the leaked value was found.
    public let places: [String]
    /// Why it was not seen earlier, as far as the timeline tells; those of people's notes first.
    public let gaps: [String]

    public init(_ id: IncidentID, _ timeline: Timeline) {
        incident = Incident(id, timeline)
        lines = timeline.lines
        chainCount = timeline.chainCount
        let entries = timeline.entries
        accounts = Set(entries.compactMap(\.account)).sorted()
        regions = Set(entries.compactMap(\.region)).sorted()
        resources = Set(entries.compactMap(\.target)).sorted()
        spans = Self.spans(incident)
        decisions = lines.filter { $0.entry.action == .decision }
        places = Set(entries.filter { $0.action.rawValue == "match.done" }.compactMap(\.target)).sorted()
        showings = Self.showings(entries)
        gaps = entries.filter { $0.section == .gap }.compactMap(\.note) + Self.gaps(incident, entries)
    }

    /// The notes of a section.
    public func notes(_ section: IncidentSection) -> [String] {
        lines.filter { $0.entry.section == section }.compactMap(\.entry.note)
    }

    private static func spans(_ incident: Incident) -> [Span] {
        let moments = incident.moments
        func span(_ name: String, _ from: Incident.Point?, _ to: Incident.Point?) -> Span {
            guard let from, let to else { return Span(name: name, seconds: nil, isEstimated: false) }
            return Span(
                name: name, seconds: to.time.timeIntervalSince(from.time),
                isEstimated: from.isEstimated || to.isEstimated)
        }
        let start = moments[.compromise] ?? moments[.firstUnauthorised]
        return [
            span("time to detect", start, moments[.detected]),
            span("time to notify", moments[.detected], moments[.notified]),
            span("time to contain", moments[.detected], moments[.contained]),
            span("time to recover", moments[.detected], moments[.recovered]), span("total", start, incident.closed)
        ]
    }

    /// Each reveal once: its request tells why, its next record how it came out.
    private static func showings(_ entries: [TimelineEntry]) -> [Showing] {
        var why: [String: String] = [:]
        var result: [Showing] = []
        for entry in entries {
            let event = entry.action.rawValue
            let family = event.prefix { $0 != "." }
            guard family == "reveal" || family == "copy" || family == "compare" else { continue }
            let key = [String(family), entry.session ?? "", entry.target ?? ""].joined(separator: "\u{0}")
            if event.hasSuffix(".requested") {
                why[key] = entry.note
            } else if !event.hasSuffix(".masked"), !event.hasSuffix(".cleared") {
                result.append(
                    Showing(
                        time: entry.time, actor: entry.actor ?? "-", event: event, reference: entry.target ?? "-",
                        why: entry.note ?? why[key] ?? "-", result: entry.result ?? "-"))
            }
        }
        return result
    }

    private static func gaps(_ incident: Incident, _ entries: [TimelineEntry]) -> [String] {
        var gaps: [String] = []
        if incident.moments[.compromise] == nil {
            gaps.append("when the value got out is not known (incident note --moment compromise --estimated)")
        }
        if incident.moments[.firstUnauthorised] == nil {
            gaps.append("no first unauthorised call is written down (incident note --moment first-unauthorised)")
        }
        for entry in entries where entry.action.rawValue == "triage" || entry.action.rawValue == "match.coverage" {
            if let result = entry.result, result != "done" { gaps.append(result) }
        }
        return gaps
    }
}
