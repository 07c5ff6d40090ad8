import AuditTrail
import Inventory
import SensitiveMemory

/// Puts one value into a clipboard for a while, without showing it.
///
/// The order is that of `Reveal`: the rules, the request on the disk, the fetch, the record that it is handed out, only
/// then the clipboard. The bytes are wiped as soon as the clipboard has them.
public struct CopyValue: Sendable {
    private let store: AuditedStore

    public init(_ store: AuditedStore) { self.store = store }

    /// Copies, waits until the value is gone from the clipboard again, and says why it is.
    ///
    /// - Throws: as `Reveal` does, and what the clipboard refuses.
    public func callAsFunction(
        _ reference: Reference, into clipboard: any ValueClipboard, seconds: Int, note: String,
        mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> ClipboardEnd {
        try store.policy.check("copy a value", note: note, incident: context.incident, mode: mode)
        try reference.requireValue()
        var record = AuditRecord(
            .copyRequested, .pending, context: context, reference: reference.text, note: note, step: clipboard.name)
        try store.audit.append(record, consequence: "nothing was fetched")
        record.note = nil
        let fetched: FetchedValue
        do throws(OperationFailure) {
            fetched = try await store.value(of: reference)
        } catch {
            throw store.audit.recorded(error, record.failed(error, denied: .copyDenied, failed: .copyFailed))
        }
        defer { fetched.bytes.wipe() }
        record.version = fetched.version
        record.requestID = fetched.requestID
        record.fingerprint = store.fingerprint(of: fetched.bytes)
        record.event = .copyDone
        record.outcome = .done
        try store.audit.append(record, consequence: "the value is not copied")
        let hold: any ClipboardHold
        do throws(OperationFailure) {
            hold = try await clipboard.hold(fetched.bytes, seconds: seconds)
        } catch {
            throw store.audit.recorded(error, record.failed(error, denied: .copyDenied, failed: .copyFailed))
        }
        fetched.bytes.wipe()
        let end = await hold.end()
        record.event = .copyCleared
        record.outcome = AuditOutcome(rawValue: end.rawValue)
        try store.audit.append(record, consequence: "the value is out of the clipboard all the same")
        return end
    }
}
