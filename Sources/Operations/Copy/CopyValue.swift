import AuditTrail
import Inventory
import SensitiveMemory

/// Puts one value into a clipboard for a while, without showing it.
///
/// The order is that of `Reveal`: the rules, the request on the disk, the fetch, the record that it is handed out, only
/// then the clipboard. The bytes are wiped as soon as the clipboard has them.
public struct CopyValue: Sendable {
    private let store: any ValueFetching
    private let audit: any AuditRecording
    private let fingerprints: FingerprintKey
    private let policy: RevealPolicy

    public init(
        store: any ValueFetching, audit: any AuditRecording, fingerprints: FingerprintKey, policy: RevealPolicy
    ) {
        self.store = store
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
    }

    /// Copies, waits until the value is gone from the clipboard again, and says why it is.
    ///
    /// - Throws: as `Reveal` does, and what the clipboard refuses.
    public func callAsFunction(
        _ reference: Reference, into clipboard: any ValueClipboard, seconds: Int, note: String,
        mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> ClipboardEnd {
        try policy.check("copy a value", note: note, incident: context.incident, mode: mode)
        try reference.requireValue()
        var record = AuditRecord(
            .copyRequested, .pending, context: context, reference: reference.text, note: note, step: clipboard.name)
        try append(record, consequence: "nothing was fetched")
        record.note = nil
        let fetched: FetchedValue
        do throws(OperationFailure) {
            fetched = try await store.value(of: reference.wholeValue).field(of: reference)
        } catch {
            throw recorded(error, record)
        }
        defer { fetched.bytes.wipe() }
        record.version = fetched.version
        record.requestID = fetched.requestID
        record.fingerprint = fetched.bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }
        record.event = .copyDone
        record.outcome = .done
        try append(record, consequence: "the value is not copied")
        let hold: any ClipboardHold
        do throws(OperationFailure) {
            hold = try await clipboard.hold(fetched.bytes, seconds: seconds)
        } catch {
            throw recorded(error, record)
        }
        fetched.bytes.wipe()
        let end = await hold.end()
        record.event = .copyCleared
        record.outcome = AuditOutcome(rawValue: end.rawValue)
        try append(record, consequence: "the value is out of the clipboard all the same")
        return end
    }

    private func append(_ record: AuditRecord, consequence: String) throws(OperationFailure) {
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: consequence)
        }
    }

    /// Puts the failure on record and gives it back.
    private func recorded(_ failure: OperationFailure, _ request: AuditRecord) -> OperationFailure {
        var record = request
        record.event = failure.kind == .denied ? .copyDenied : .copyFailed
        record.outcome = failure.kind == .denied ? .denied : .failed
        record.error = failure.code.isEmpty ? "\(failure.kind)" : failure.code
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
