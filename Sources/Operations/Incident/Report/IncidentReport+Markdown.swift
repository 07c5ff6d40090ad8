import FoundationEssentials

extension IncidentReport {
    /// The report as Markdown (CommonMark with tables). What people typed and AWS sent is made harmless.
    public var markdown: String {
        var text = "# \(incident.id): \(Self.clean(incident.title))\n\n"
        text += Self.table(["", ""], header.map { [$0.0, $0.1] })
        text += "\n" + Self.table(["measure", "time"], spans.map { [$0.name, Self.words($0)] })
        text +=
            "\nThe clock of a regulator starts at awareness: "
            + (incident.moments[.detected].map { Self.seconds($0.time) } ?? "not known") + ".\n"
        text +=
            "\n## Timeline\n\nTimes are UTC; e marks an estimate. Each entry's id is the start of its hash in its chain; "
            + "\(lines.count) entries in \(chainCount) chains, all of them checked.\n\n"
        text += Self.table(
            ["time", "source", "actor", "event", "evidence", "id"],
            lines.map { line in
                let entry = line.entry
                return [
                    Self.seconds(entry.time) + (entry.isEstimated ? " e" : ""), entry.source.rawValue,
                    entry.actor ?? "-", entry.words,
                    ([entry.requestID.map { "request " + $0 }].compactMap(\.self) + entry.evidence)
                        .joined(separator: ", "), line.shortID
                ]
            })
        text += section(
            "Blast radius: where the value was found", places,
            none: "No search for the value is on record (`curtain match`).")
        text += "\n## Containments\n\n"
        text +=
            incident.containments.isEmpty
            ? "None.\n"
            : Self.table(
                ["id", "time", "action", "on", "state"],
                incident.containments.map {
                    [
                        $0.containment.id, Self.seconds($0.time), $0.containment.action.rawValue,
                        $0.containment.reference, $0.state.rawValue
                    ]
                })
        text += "\n## Values that were shown, copied or compared\n\n"
        text +=
            showings.isEmpty
            ? "None on this machine's record.\n"
            : Self.table(
                ["time", "who", "what", "of", "why", "result"],
                showings.map { [Self.seconds($0.time), $0.actor, $0.event, $0.reference, $0.why, $0.result] })
        text += section(
            "Decisions",
            decisions.map { "\(Self.seconds($0.entry.time)) \($0.entry.note ?? "") — \($0.entry.decisionBy ?? "-")" },
            none: "None.")
        text += section(
            "Still to do",
            incident.openTodos.map {
                [$0.id, $0.text, $0.owner.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
            },
            none: "Nothing.")
        text += section("Detection gaps", gaps, none: "None.")
        for part in [IncidentSection.data, .well, .badly] {
            text += section(
                part.words, notes(part), none: "Nothing noted (`curtain incident note --section \(part.rawValue)`).")
        }
        return text
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

    private func section(_ title: String, _ items: [String], none: String) -> String {
        "\n## \(title)\n\n" + (items.isEmpty ? none + "\n" : items.map { "- \(Self.clean($0))\n" }.joined())
    }

    private static func table(_ titles: [String], _ rows: [[String]]) -> String { MarkdownText.table(titles, rows) }

    private static func clean(_ text: String) -> String { MarkdownText.clean(text) }
}
