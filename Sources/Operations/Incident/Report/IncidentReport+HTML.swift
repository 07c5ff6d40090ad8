import ForeignText
import FoundationEssentials

extension IncidentReport {
    /// The report as one page that needs nothing else: no script, no address but its own, readable offline, printable.
    public var html: String {
        let name = Self.escape("\(incident.id): \(incident.title)")
        var page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(name)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>\(Self.style)</style></head><body>
            <h1>\(name)</h1>

            """
        page += "<div class=\"facts\">" + Self.table(["", ""], header.map { [$0.0, $0.1] }, head: false)
        page += Self.table(["measure", "time"], spans.map { [$0.name, Self.words($0)] }) + "</div>\n"
        page += "<h2>When</h2>\n" + ReportTimelineDrawing(self).svg
        page += "<h2>Blast radius</h2>\n" + ReportRadiusDrawing(self).svg
        page +=
            "<h2>Timeline</h2>\n<p>Times are UTC; e marks an estimate. \(lines.count) entries in \(chainCount) chains, "
            + "all of them checked.</p>\n"
        page += Self.table(
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
        page += "<h2>Containments</h2>\n"
        page +=
            incident.containments.isEmpty
            ? "<p>None.</p>\n"
            : Self.table(
                ["id", "time", "action", "on", "state"],
                incident.containments.map {
                    [
                        $0.containment.id, Self.seconds($0.time), $0.containment.action.rawValue,
                        $0.containment.reference, $0.state.rawValue
                    ]
                })
        page += "<h2>Values that were shown, copied or compared</h2>\n"
        page +=
            showings.isEmpty
            ? "<p>None on this machine's record.</p>\n"
            : Self.table(
                ["time", "who", "what", "of", "why", "result"],
                showings.map { [Self.seconds($0.time), $0.actor, $0.event, $0.reference, $0.why, $0.result] })
        page += Self.list(
            "Decisions",
            decisions.map { "\(Self.seconds($0.entry.time)) \($0.entry.note ?? "") — \($0.entry.decisionBy ?? "-")" })
        page += Self.list(
            "Still to do",
            incident.openTodos.map { todo in
                [todo.id, todo.text, todo.owner.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
            })
        page += Self.list("Detection gaps", gaps)
        for part in [IncidentSection.data, .well, .badly] { page += Self.list(part.words, notes(part)) }
        return page + "</body></html>\n"
    }

    private static let style = """
        body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1f24;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #888}
        table{border-collapse:collapse;margin:.5rem 0;width:100%}td,th{border:1px solid #aaa;padding:.25rem .5rem;text-align:left;
        vertical-align:top;overflow-wrap:anywhere}td:first-child{white-space:nowrap}th{background:#eceff2}
        .facts{display:grid;grid-template-columns:2fr 1fr;gap:1rem;align-items:start}svg{width:100%;height:auto}
        svg text{font:12px system-ui,sans-serif;fill:#1b1f24}
        @media print{body{margin:0;max-width:none;font-size:10pt}h2{break-after:avoid}tr,svg{break-inside:avoid}}
        """

    private static func list(_ title: String, _ items: [String]) -> String {
        "<h2>\(escape(title))</h2>\n"
            + (items.isEmpty
                ? "<p>None.</p>\n" : "<ul>" + items.map { "<li>\(escape($0))</li>" }.joined() + "</ul>\n")
    }

    private static func table(_ titles: [String], _ rows: [[String]], head: Bool = true) -> String {
        var text = "<table>"
        if head { text += "<tr>" + titles.map { "<th>\(escape($0))</th>" }.joined() + "</tr>" }
        for row in rows { text += "<tr>" + row.map { "<td>\(escape($0))</td>" }.joined() + "</tr>" }
        return text + "</table>\n"
    }

    /// Text from outside as text of a page.
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in ForeignText.visible(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
