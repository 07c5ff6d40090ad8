import ForeignText
import Inventory

/// Prints findings in every form.
struct FindingOutput {
    private let report: FindingReport
    private let session: Session
    private let places: SessionPlaces

    init(_ report: FindingReport, session: Session, places: SessionPlaces) {
        self.places = places
        self.report = report
        self.session = session
    }

    func print() throws {
        switch session.format() {
        case .sarif: try session.print(text: SARIFLog(report).text)
        case .junit: try session.print(text: JUnitReport(report).text)
        case .json, .jsonl, .names, .csv: try session.print(report.open, shape: shape)
        case .table:
            guard !report.open.isEmpty else {
                try session.print(lines: ["nothing found" + acceptedWords])
                return
            }
            try session.print(report.open, shape: shape)
            try session.print(lines: [""] + explanations + [summary])
        }
    }

    private var shape: RowShape<Finding> {
        let shape = Finding.shape
        return RowShape(
            fieldNames: shape.fieldNames, fields: shape.fields,
            columns: shape.columns.withPlaces(places) { AccountPlace(account: $0.account, region: $0.region) },
            name: shape.name)
    }

    /// Each rule that was broken, once: why it matters and what to do.
    private var explanations: [String] {
        let rules = report.open.reduce(into: [FindingRule]()) { if !$0.contains($1.rule) { $0.append($1.rule) } }
        return rules.flatMap { ["\($0.rawValue): \($0.title)", "  why: \($0.why)", "  fix: \($0.fix)", ""] }
    }

    private var summary: String {
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.open.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)"
        }
        return "\(report.open.count) findings: \(counts.joined(separator: ", "))\(acceptedWords)"
    }

    private var acceptedWords: String { report.accepted.isEmpty ? "" : "; \(report.accepted.count) accepted" }
}
