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
        for section in sections {
            page += section.title.map { "<h2>\(Self.escape($0))</h2>\n" } ?? ""
            for part in section.parts { page += html(part) }
        }
        return page + "</body></html>\n"
    }

    private func html(_ part: ReportSection.Part) -> String {
        switch part {
        case .paragraph(let words): "<p>\(Self.escape(words))</p>\n"
        case .table(let titles, let rows): Self.table(titles, rows)
        case .list(let items): "<ul>" + items.map { "<li>\(Self.escape($0))</li>" }.joined() + "</ul>\n"
        case .drawing(.timeline): "<h2>When</h2>\n" + ReportTimelineDrawing(self).svg
        case .drawing(.radius): ReportRadiusDrawing(self).svg
        }
    }

    private static let style = """
        body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1f24;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #888}
        table{border-collapse:collapse;margin:.5rem 0;width:100%}td,th{border:1px solid #aaa;padding:.25rem .5rem;text-align:left;
        vertical-align:top;overflow-wrap:anywhere}th,td:first-child,td:nth-child(6){white-space:nowrap}th{background:#eceff2}
        svg{width:100%;height:auto}
        svg text{font:12px system-ui,sans-serif;fill:#1b1f24}
        @media print{body{margin:0;max-width:none;font-size:10pt}h2{break-after:avoid}tr,svg{break-inside:avoid}}
        """

    private static func table(_ titles: [String], _ rows: [[String]]) -> String {
        var text = "<table>"
        if !titles.isEmpty { text += "<tr>" + titles.map { "<th>\(escape($0))</th>" }.joined() + "</tr>" }
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
