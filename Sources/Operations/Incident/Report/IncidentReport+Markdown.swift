import FoundationEssentials

extension IncidentReport {
    /// The report as Markdown (CommonMark with tables). What people typed and AWS sent is made harmless.
    public var markdown: String {
        var text = "# \(incident.id): \(MarkdownText.clean(incident.title))\n"
        for section in sections {
            if let title = section.title { text += "\n## \(title)\n" }
            for part in section.parts { text += Self.markdown(part) }
        }
        return text
    }

    private static func markdown(_ part: ReportSection.Part) -> String {
        switch part {
        case .paragraph(let words): "\n" + words + "\n"
        case .table(let titles, let rows): "\n" + MarkdownText.table(titles.isEmpty ? ["", ""] : titles, rows)
        case .list(let items): "\n" + items.map { "- \(MarkdownText.clean($0))\n" }.joined()
        case .drawing: ""
        }
    }
}
