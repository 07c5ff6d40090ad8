import FoundationEssentials
import StateFiles

extension AuditTrail {
    /// Puts a trail that is refused (tampered, truncated, without its head) aside and starts a new one: the
    /// way on in an incident when the old one must be kept as it is for whoever looks into it.
    ///
    /// The old files stay in the folder as `audit-TIME.jsonl`, its segments, and `audit-TIME.head`. The new trail's first
    /// record says so, with their names and the reason given.
    ///
    /// - Returns: the receipt of that record.
    public func setAside(context: AuditContext, note: String) throws(AuditError) -> AuditReceipt {
        let time = AuditTime.text(AuditTime.milliseconds(Date())).filter { $0.isNumber }
        do throws(StateFilesError) {
            let lock = try folder.lock(AuditTrail.lockName)
            defer { withExtendedLifetime(lock) {} }
            let segments = try TrailSegments.closed(in: folder).map {
                ($0, "audit-\(time)" + $0.dropFirst("audit".count))
            }
            for (name, aside) in segments + [
                (AuditTrail.fileName, "audit-\(time).jsonl"), (AuditHead.fileName, "audit-\(time).head")
            ]
            where try folder.status(of: name) != nil {
                try folder.rename(name, to: aside)
            }
            try folder.sync()
        } catch {
            throw AuditError.files(error)
        }
        let words = "the trail before this one was set aside as audit-\(time).jsonl: \(note)"
        return try append(
            AuditRecord(.auditRepaired, AuditOutcome(rawValue: "setAside"), context: context, note: words))
    }
}
