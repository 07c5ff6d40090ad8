import AuditTrail
import FoundationEssentials
import StateFiles

/// What the audit trail says of second factors: it is the only clock, since AWS does not tell the age of one.
struct SecondFactorHistory {
    /// So many wrong codes in a quarter of an hour, and no more are taken.
    static let mostRefused = 5

    private let entries: [AuditEntry]

    /// - Parameter minutes: how far back it matters.
    init(_ state: String, minutes: Int) {
        var filter = AuditFilter()
        filter.events = ["mfa"]
        filter.actor = LocalIdentity.user
        filter.since = Date(timeIntervalSinceNow: -Double(max(minutes, 15)) * 60)
        // A trail that cannot be read has no second factor in it: what asks for one is refused.
        let folder = try? StateFolder.existing(at: state)
        entries = (folder.flatMap { $0 }.flatMap { try? AuditReader(of: $0).last(1000, filter) } ?? [])
            .filter { $0.host == LocalIdentity.host }
    }

    /// Seconds since the last code that was right; nil if there was none.
    var age: Double? {
        entries.last { $0.event == AuditEvent.mfaEntered.rawValue }.map { -$0.time.timeIntervalSinceNow }
    }

    /// The time step of the last code that was right: it is not taken again.
    var lastStep: UInt64? {
        entries.last { $0.event == AuditEvent.mfaEntered.rawValue }?.version.flatMap { UInt64($0) }
    }

    /// Whether too many wrong codes came lately.
    var isExhausted: Bool {
        let since = Date(timeIntervalSinceNow: -900)
        let tail = entries.suffix(while: { $0.event == AuditEvent.mfaRefused.rawValue && $0.time > since })
        return tail.count >= Self.mostRefused
    }
}

extension [AuditEntry] {
    /// The last ones in a row that are so.
    fileprivate func suffix(while isSo: (AuditEntry) -> Bool) -> ArraySlice<AuditEntry> {
        let start = lastIndex { !isSo($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
