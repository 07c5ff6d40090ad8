import AuditTrail
import Inventory
import SensitiveMemory

/// The new value of another thing, read from its store when it is needed: two places that held the same hold the same again.
public struct CopiedValue: NewValueSupply {
    private let source: Reference
    private let store: any ValueFetching
    private let audit: any AuditRecording
    private let context: AuditContext
    private let note: String?

    /// - Parameter source: with a pointer for a field of it.
    public init(
        of source: Reference, store: any ValueFetching, audit: any AuditRecording, note: String?,
        as context: AuditContext
    ) {
        self.source = source
        self.store = store
        self.audit = audit
        self.note = note
        self.context = context
    }

    public func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes {
        var record = AuditRecord(
            .compareRequested, .pending, context: context, reference: source.text, note: note)
        try append(record)
        record.note = nil
        let copied: FetchedValue
        do throws(OperationFailure) {
            copied = try await store.value(of: source.wholeValue).field(of: source)
        } catch {
            throw audit.recorded(error, record.failed(error, denied: .compareDenied, failed: .compareFailed))
        }
        record.event = .compareDone
        record.outcome = .done
        record.version = copied.version
        record.requestID = copied.requestID
        do throws(OperationFailure) {
            try append(record)
        } catch {
            copied.bytes.wipe()
            throw error
        }
        return copied.bytes
    }

    private func append(_ record: AuditRecord) throws(OperationFailure) {
        try audit.append(record, consequence: "nothing more is changed")
    }
}
