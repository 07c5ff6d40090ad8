import StateFiles

/// A trail to which many append side by side: their records are written together and share the sync, the lock and the head.
/// Each goes on when its own record is on the disk.
public struct SharedTrail: Sendable {
    private let writing: SharedWriting<AuditRecord, Result<AuditReceipt, AuditError>>

    public init(_ trail: any AuditRecording) {
        writing = SharedWriting("curtain.trail") { records in trail.append(together: records) }
    }

    /// Returns when the record is on the disk. If it throws, the act must not take place.
    @discardableResult
    public func append(_ record: AuditRecord) async throws(AuditError) -> AuditReceipt {
        try await writing(record).get()
    }
}
