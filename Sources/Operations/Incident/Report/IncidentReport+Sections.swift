import FoundationEssentials

extension IncidentReport {
    /// All that the report says, in its order. Texts are as people typed them and AWS sent them: who writes them out
    /// makes them harmless.
    var sections: [ReportSection] {
        [summary, timelineSection]
            + [
                ReportSection(
                    "Blast radius: where the value was found",
                    (places.isEmpty && incident.containments.isEmpty ? [] : [.drawing(.radius)])
                        + (places.isEmpty
                            ? [.paragraph("No search for the value is on record (`curtain match`).")] : [.list(places)])
                ),
                ReportSection(
                    "Containments", ["id", "time", "action", "on", "state"],
                    incident.containments.map {
                        [
                            $0.containment.id, Self.seconds($0.time), $0.containment.action.rawValue,
                            $0.containment.reference, $0.state.rawValue
                        ]
                    }, none: "None."),
                ReportSection(
                    "Values that were shown, copied or compared", ["time", "who", "what", "of", "why", "result"],
                    showings.map { [Self.seconds($0.time), $0.actor, $0.event, $0.reference, $0.why, $0.result] },
                    none: "None on this machine's record."),
                ReportSection(
                    "Changes by plan", ["time", "plan", "event", "on", "result"],
                    planLines.map { line in
                        [
                            Self.seconds(line.entry.time), line.entry.plan ?? "-", line.entry.action.rawValue,
                            line.entry.target ?? "-", line.entry.result ?? "-"
                        ]
                    }, none: "No plan was applied for this incident."),
                ReportSection(
                    "Decisions",
                    decisions.map {
                        "\(Self.seconds($0.entry.time)) \($0.entry.note ?? "") — \($0.entry.decisionBy ?? "-")"
                    }, none: "None."),
                ReportSection(
                    "Still to do",
                    incident.openTodos.map {
                        [$0.id, $0.text, $0.owner.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
                    }, none: "Nothing."),
                ReportSection("Detection gaps", gaps, none: "None.")
            ]
            + [IncidentSection.data, .well, .badly].map { part in
                ReportSection(
                    part.words, notes(part),
                    none: "Nothing noted (`curtain incident note --section \(part.rawValue)`).")
            }
    }

    private var summary: ReportSection {
        let awareness = incident.moments[.detected].map { Self.seconds($0.time) } ?? "not known"
        return ReportSection(
            nil,
            [
                .table(titles: [], rows: header.map { [$0.0, $0.1] }),
                .table(titles: ["measure", "time"], rows: spans.map { [$0.name, Self.words($0)] }),
                .paragraph("The clock of a regulator starts at awareness: \(awareness)."), .drawing(.timeline)
            ])
    }

    private var timelineSection: ReportSection {
        ReportSection(
            "Timeline",
            [
                .paragraph(
                    "Times are UTC; e marks an estimate. Each entry's id is the start of its hash in its chain; "
                        + "\(lines.count) entries in \(chainCount) chains, all of them checked."),
                .table(
                    titles: ["time", "source", "actor", "event", "evidence", "id"],
                    rows: lines.map { line in
                        let entry = line.entry
                        return [
                            Self.seconds(entry.time) + (entry.isEstimated ? " e" : ""), entry.source.rawValue,
                            entry.actor ?? "-", entry.words,
                            ([entry.requestID.map { "request " + $0 }].compactMap(\.self) + entry.evidence)
                                .joined(separator: ", "), line.shortID
                        ]
                    })
            ])
    }

    /// What the plans' journals put on the audit trail.
    private var planLines: [TimelineLine] {
        lines.filter { $0.entry.plan != nil && $0.entry.action.rawValue.hasPrefix("apply.") }
    }

    /// The facts of the first table.
    var header: [(String, String)] {
        func list(_ texts: [String]) -> String { texts.isEmpty ? "-" : texts.joined(separator: ", ") }
        let severity: String = incident.severity.map { "\($0.rawValue): \($0.meaning)" } ?? "-"
        let facts: [(String, String)] = [
            ("severity", severity),
            ("state", incident.isOpen ? "open" : "closed"),
            ("incident commander", incident.commander ?? "-"), ("scribe", incident.scribe ?? "-"),
            ("responders", list(incident.responders)),
            ("accounts", list(accounts)), ("regions", list(regions)), ("resources", list(resources)),
            ("data impact", incident.impact?.rawValue ?? "not known")
        ]
        return facts + IncidentMoment.allCases.map { ($0.words, words(of: $0)) }
    }

    private func words(of moment: IncidentMoment) -> String {
        guard let point = incident.moments[moment] else { return "-" }
        return Self.seconds(point.time) + (point.isEstimated ? " (estimated)" : "")
    }

    static func words(_ span: Span) -> String {
        ReportDuration.text(span.seconds) + (span.isEstimated ? " (estimated)" : "")
    }

    static func seconds(_ time: Date) -> String { time.formatted(Date.ISO8601FormatStyle()) }
}
