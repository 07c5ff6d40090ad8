import AuditTrail
import Inventory
import SensitiveMemory

/// The store of the values with what stands before it: the rules, and the trail that each look is written into first.
/// Whatever reads a value is made from one of these.
public struct AuditedStore: Sendable {
    let values: any ValueFetching
    let audit: any AuditRecording
    let fingerprints: FingerprintKey
    let policy: RevealPolicy

    public init(
        _ values: any ValueFetching, audit: any AuditRecording, fingerprints: FingerprintKey, policy: RevealPolicy
    ) {
        self.values = values
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
    }

    /// The value, or the field of it that the reference names.
    func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue {
        try await values.value(of: reference.wholeValue).field(of: reference)
    }

    func fingerprint(of bytes: SecretBytes) -> Fingerprint {
        bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }
    }

    /// Puts the record on the disk.
    ///
    /// - Throws: `auditUnwritable` with what that means for the value.
    func append(_ record: AuditRecord, consequence: String) throws(OperationFailure) {
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: consequence)
        }
    }

    /// Puts the failure on record and gives it back. If it cannot be recorded either, it is still the failure: there
    /// is no value to keep back.
    func recorded(_ failure: OperationFailure, _ record: AuditRecord) -> OperationFailure {
        do throws(AuditError) {
            try audit.append(record)
            return failure
        } catch {
            return OperationFailure(
                failure.kind, "\(failure.message); and this could not be recorded: \(error)", code: failure.code,
                requestID: failure.requestID)
        }
    }
}

extension AuditRecord {
    /// The record of how the request failed.
    func failed(_ failure: OperationFailure, denied: AuditEvent, failed: AuditEvent) -> AuditRecord {
        var record = self
        record.event = failure.kind == .denied ? denied : failed
        record.outcome = failure.kind == .denied ? .denied : .failed
        record.error = failure.code.isEmpty ? "\(failure.kind)" : failure.code
        if !failure.requestID.isEmpty { record.requestID = failure.requestID }
        return record
    }
}
