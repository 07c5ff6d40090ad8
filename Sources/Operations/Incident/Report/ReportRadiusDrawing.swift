/// The blast radius as an SVG: the leaked value, the places where it was found, what was contained.
struct ReportRadiusDrawing {
    /// More are in the table.
    private static let most = 40
    private static let row = 26.0

    private let places: [(reference: String, contained: String?)]
    private let left: Int

    init(_ report: IncidentReport) {
        var contained: [String: String] = [:]
        for record in report.incident.containments where record.state == .done {
            contained[record.containment.reference] = record.containment.action.rawValue
        }
        let all = Array(Set(report.places).union(contained.keys)).sorted()
        places = all.prefix(Self.most).map { ($0, contained[$0]) }
        left = all.count - places.count
    }

    var svg: String {
        guard !places.isEmpty else { return "<p>Nothing was searched or contained yet.</p>\n" }
        let height = Double(places.count + (left > 0 ? 1 : 0)) * Self.row + 20
        let middle = height / 2
        var svg = "<svg viewBox=\"0 0 1100 \(Int(height))\" role=\"img\" aria-label=\"blast radius\">"
        for (index, place) in places.enumerated() {
            let y = 10 + Double(index) * Self.row + Self.row / 2
            let colour = place.contained == nil ? "#8a3b00" : "#0a7a3c"
            svg += "<path d=\"M170 \(middle) C 260 \(middle), 240 \(y), 330 \(y)\" fill=\"none\" stroke=\"\(colour)\"/>"
            svg += "<rect x=\"330\" y=\"\(y - 10)\" width=\"10\" height=\"20\" fill=\"\(colour)\"/>"
            let words = place.reference + (place.contained.map { "  [contained: \($0)]" } ?? "")
            svg += "<text x=\"348\" y=\"\(y + 4)\">\(IncidentReport.escape(words))</text>"
        }
        if left > 0 { svg += "<text x=\"348\" y=\"\(height - 8)\">and \(left) more, in the list of resources</text>" }
        svg += "<rect x=\"10\" y=\"\(middle - 16)\" width=\"160\" height=\"32\" fill=\"#eceff2\" stroke=\"#1b1f24\"/>"
        return svg + "<text x=\"90\" y=\"\(middle + 4)\" text-anchor=\"middle\">the leaked value</text></svg>\n"
    }
}
