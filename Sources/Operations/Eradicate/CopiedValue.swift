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
        try append(AuditRecord(.compareRequested, .pending, context: context, reference: source.text, note: note))
        let whole = try await store.value(of: source.wholeValue)
        try append(
            AuditRecord(
                .compareDone, .done, context: context, reference: source.text, version: whole.version,
                requestID: whole.requestID))
        return try whole.field(of: source).bytes
    }

    private func append(_ record: AuditRecord) throws(OperationFailure) {
        try audit.append(record, consequence: "nothing more is changed")
    }
}
