import FoundationEssentials

/// The timeline as an SVG: a lane a source, a dot an entry, a line a moment.
struct ReportTimelineDrawing {
    private static let left = 90.0
    private static let width = 1000.0
    private static let lane = 34.0

    private let report: IncidentReport
    private let start: Double
    private let end: Double

    init(_ report: IncidentReport) {
        self.report = report
        let times =
            report.lines.map(\.entry.time.timeIntervalSince1970)
            + report.incident.moments.values.map(\.time.timeIntervalSince1970)
        start = times.min() ?? 0
        end = max(times.max() ?? 1, start + 1)
    }

    var svg: String {
        let sources = TimelineSource.allCases.filter { source in report.lines.contains { $0.entry.source == source } }
        let moments = IncidentMoment.allCases.compactMap { moment in
            report.incident.moments[moment].map { (moment, $0) }
        }
        let top = 20.0 + Double(moments.count) * 16
        let height = top + Double(sources.count) * Self.lane + 30
        var svg = "<svg viewBox=\"0 0 \(Int(Self.width + Self.left + 40)) \(Int(height))\" role=\"img\" "
        svg += "aria-label=\"timeline by source\">"
        for (row, source) in sources.enumerated() {
            let y = top + Double(row) * Self.lane + Self.lane / 2
            svg += "<text x=\"4\" y=\"\(number(y + 4))\">\(source.rawValue)</text>"
            svg +=
                "<line x1=\"\(Self.left)\" y1=\"\(number(y))\" x2=\"\(Self.left + Self.width)\" y2=\"\(number(y))\" stroke=\"#bbb\"/>"
            for line in report.lines where line.entry.source == source {
                let title = IncidentReport.seconds(line.entry.time) + " " + line.entry.words
                svg +=
                    "<circle cx=\"\(number(x(line.entry.time)))\" cy=\"\(number(y))\" r=\"5\" fill=\"\(Self.colour(line.entry))\" "
                svg +=
                    "fill-opacity=\"\(line.entry.isEstimated ? "0.45" : "0.85")\"><title>\(IncidentReport.escape(title))</title></circle>"
            }
        }
        let bottom = top + Double(sources.count) * Self.lane
        for (row, moment) in moments.sorted(by: { $0.1.time < $1.1.time }).enumerated() {
            let place = x(moment.1.time)
            let y = 14.0 + Double(row) * 16
            svg +=
                "<line x1=\"\(number(place))\" y1=\"\(number(y + 3))\" x2=\"\(number(place))\" y2=\"\(number(bottom))\" stroke=\"#8a3b00\" "
            svg += "stroke-dasharray=\"\(moment.1.isEstimated ? "2 4" : "6 2")\"/>"
            let anchor = place > Self.left + Self.width * 0.7 ? "end" : "start"
            svg +=
                "<text x=\"\(number(place))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(moment.0.words)\(moment.1.isEstimated ? " e" : "")</text>"
        }
        svg +=
            "<text x=\"\(Self.left)\" y=\"\(number(bottom + 18))\">\(IncidentReport.seconds(Date(timeIntervalSince1970: start)))</text>"
        svg += "<text x=\"\(Self.left + Self.width)\" y=\"\(number(bottom + 18))\" text-anchor=\"end\">"
        return svg + "\(IncidentReport.seconds(Date(timeIntervalSince1970: end)))</text></svg>\n"
    }

    private func x(_ time: Date) -> Double {
        Self.left + (time.timeIntervalSince1970 - start) / (end - start) * Self.width
    }

    private func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }

    /// What happened tells the colour; the words are in the table, the colour is never the only sign.
    private static func colour(_ entry: TimelineEntry) -> String {
        switch entry.phase {
        case .containment: "#b00020"
        case .eradication, .recovery: "#0a7a3c"
        case .detection, .triage, .watch, .closing: "#1d5fb4"
        case nil: "#555"
        }
    }
}
