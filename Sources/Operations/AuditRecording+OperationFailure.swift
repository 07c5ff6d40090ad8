import AuditTrail

extension AuditRecording {
    /// Puts the record on the disk.
    ///
    /// - Throws: `auditUnwritable` with what that means for the act.
    func append(_ record: AuditRecord, consequence: String) throws(OperationFailure) {
        do throws(AuditError) { try append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: consequence)
        }
    }

    /// Puts the failure on record and gives it back. If it cannot be recorded either, it is still the failure: there
    /// is nothing to keep back.
    func recorded(_ failure: OperationFailure, _ record: AuditRecord) -> OperationFailure {
        do throws(AuditError) {
            try append(record)
            return failure
        } catch {
            return OperationFailure(
                failure.kind, "\(failure.message); and this could not be recorded: \(error)", code: failure.code,
                requestID: failure.requestID)
        }
    }
}

extension SharedTrail {
    /// Puts the record on the disk, together with those of others.
    ///
    /// - Throws: `auditUnwritable` with what that means for the act.
    func append(_ record: AuditRecord, consequence: String) async throws(OperationFailure) {
        do throws(AuditError) { try await append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: consequence)
        }
    }
}

extension AuditRecord {
    /// The record of how what was asked has failed.
    func failed(_ failure: OperationFailure, denied: AuditEvent, failed: AuditEvent) -> AuditRecord {
        var record = self
        record.event = failure.kind == .denied ? denied : failed
        record.outcome = failure.kind == .denied ? .denied : .failed
        record.error = failure.code.isEmpty ? "\(failure.kind)" : failure.code
        if !failure.requestID.isEmpty { record.requestID = failure.requestID }
        return record
    }
}

extension OperationFailure {
    /// That the audit trail cannot be written, and what that means for the act.
    init(auditUnwritable error: AuditError, consequence: String) {
        self.init(.auditUnwritable, "\(error) (\(consequence))")
    }
}
