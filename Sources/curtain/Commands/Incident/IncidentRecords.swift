import AuditTrail
import Operations
import StateFiles

/// Brings what the audit trail of this machine says about an incident into its timeline, once.
struct IncidentRecords {
    private let state: StateFolder

    init(_ desk: IncidentDesk) { self.init(of: desk.state) }

    init(of state: StateFolder) { self.state = state }

    /// Reveals, copies, comparisons, matches, plans and their steps. What the incident commands do themselves is in
    /// the timeline already.
    func absorb(into log: IncidentLog) throws {
        let own = try log.chains().first ?? TimelineChain()
        var known: Set<String> = []
        for line in own.lines { for link in line.entry.evidence where link.hasPrefix("audit ") { known.insert(link) } }
        var filter = AuditFilter()
        filter.incident = log.id.text
        var news: [TimelineEntry] = []
        try AuditReader(of: state).forEach(filter) { record in
            let link = "audit \(record.sequence)"
            if !known.contains(link), let entry = TimelineEntry(of: record, evidence: link) { news.append(entry) }
            return true
        }
        try log.append(contentsOf: news)
    }
}
