import AuditTrail

/// The records of one act on an envelope: the request before anything else, the outcome behind it.
struct EnvelopeRecords: Sendable {
    private let audit: any AuditRecording
    private var record: AuditRecord
    private let failed: AuditEvent
    private let denied: AuditEvent

    /// Puts the request on the disk. Throws `auditUnwritable`; then nothing must happen.
    init(
        _ audit: any AuditRecording, _ request: AuditRecord, failed: AuditEvent, denied: AuditEvent
    ) throws(OperationFailure) {
        self.audit = audit
        self.failed = failed
        self.denied = denied
        try audit.append(request, consequence: "nothing was done")
        record = request
        record.note = nil
    }

    /// Records that it was done.
    func append(
        _ event: AuditEvent, _ outcome: AuditOutcome, requestID: String?, consequence: String
    ) throws(OperationFailure) {
        var record = record
        record.event = event
        record.outcome = outcome
        record.requestID = requestID
        try audit.append(record, consequence: consequence)
    }

    /// Puts the failure on record and gives it back, with what kept it from being recorded.
    func recorded(_ failure: OperationFailure) -> OperationFailure {
        audit.recorded(failure, record.failed(failure, denied: denied, failed: failed))
    }
}
