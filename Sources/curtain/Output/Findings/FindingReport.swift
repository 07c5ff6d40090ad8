import Inventory
import Settings

/// What a check found, parted into what is accepted and what is not.
struct FindingReport: Sendable {
    struct Accepted: Sendable {
        let finding: Finding
        let reason: String
    }

    /// Not accepted, the worst first.
    let open: [Finding]
    let accepted: [Accepted]
    /// Accepted once and not found now: fixed, or gone.
    let unmatched: [FindingBaseline.Entry]

    /// - Parameter day: today, `2026-11-27`.
    init(_ findings: [Finding], baseline: FindingBaseline, day: String) {
        accepted = findings.compactMap { finding in
            baseline.reason(for: finding.id, on: day).map { Accepted(finding: finding, reason: $0) }
        }
        open = findings.filter { baseline.reason(for: $0.id, on: day) == nil }
        let found = Set(findings.map(\.id))
        unmatched = baseline.entries.filter { !found.contains($0.id) }
    }
}
