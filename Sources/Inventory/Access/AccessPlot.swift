import FoundationEssentials

/// The hours of a report as bars of text.
public enum AccessPlot {
    /// The longest bar, in cells.
    static let width = 48
    /// More lines than this would be no picture: several hours share one.
    static let most = 48

    /// A line an hour, or several hours where the span is long: its time in UTC, a bar, the number, and what is marked.
    public static func lines(_ report: AccessReport) -> [String] {
        let hours = report.hours
        let step = max(1, (hours.count + most - 1) / most)
        let bins = stride(from: 0, to: hours.count, by: step).map { Array(hours[$0..<min($0 + step, hours.count)]) }
        let counts = bins.map { $0.reduce(0) { $0 + $1.count } }
        let highest = max(counts.max() ?? 0, 1)
        var lines: [String] = []
        for (bin, count) in zip(bins, counts) {
            let cells = count == 0 ? 0 : max(1, (count * width + highest / 2) / highest)
            let refused = bin.reduce(0) { $0 + $1.refused }
            var words = count == 0 ? "" : "\(count)"
            if refused > 0 { words += ", \(refused) refused" }
            if bin.contains(where: \.isUnusual) { words += "  ! new reader or unusual hour" }
            let bar = String(repeating: "#", count: cells)
            let line = time(bin[0].start) + " |" + bar + (words.isEmpty ? "" : " " + words)
            lines.append(line)
        }
        return lines + [summary(report)]
    }

    private static func summary(_ report: AccessReport) -> String {
        let readers = Set(report.rows.map(\.event.actor)).count
        let known =
            report.baselineSince.map { "known since \($0.formatted(.iso8601)), to tell what is new" }
            ?? "too little is known of the time before to tell what is new"
        return "\(report.rows.count) accesses by \(readers) readers, times in UTC; \(known)"
    }

    /// `11-26 02:00`
    private static func time(_ date: Date) -> String {
        let text = date.formatted(.iso8601)
        return text.dropFirst(5).prefix(5) + " " + text.dropFirst(11).prefix(5)
    }
}
