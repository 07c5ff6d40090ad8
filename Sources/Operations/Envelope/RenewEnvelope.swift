import AuditTrail
import Inventory
import SensitiveMemory

/// Encrypts the payload of an envelope anew, under a new data key: what helps when the old data key may have leaked.
/// The payload itself stays the same; a leaked one needs another content.
public struct RenewEnvelope: Sendable {
    private let keys: any DataKeyHandling
    private let store: any ValueFetching
    private let audit: any AuditRecording
    private let policy: RevealPolicy

    public init(
        keys: any DataKeyHandling, store: any ValueFetching, audit: any AuditRecording, policy: RevealPolicy
    ) {
        self.keys = keys
        self.store = store
        self.audit = audit
        self.policy = policy
    }

    /// The old envelope stays as it is: whoever still reads it can until it is taken away.
    ///
    /// - Parameter key: the KMS key of the new one; nil for that of the old one.
    /// - Throws: as `OpenEnvelope` does. Then the sink was told to discard.
    public func callAsFunction(
        _ envelope: OpenableEnvelope, under key: String?, to sink: any EnvelopeSink, note: String, mode: AccessMode,
        as context: AuditContext
    ) async throws(OperationFailure) -> SealedEnvelope {
        try policy.check("renew an envelope", note: note, incident: context.incident, mode: mode)
        let opening = try EnvelopeOpening(envelope)
        let header = opening.header
        let records = try EnvelopeRecords(
            audit,
            AuditRecord(
                .envelopeRequested, .pending, context: context, reference: header.reference, version: header.id,
                note: note), failed: .envelopeFailed, denied: .envelopeDenied)
        do throws(OperationFailure) {
            let old = try await opening.dataKey(keys, store)
            defer { old.bytes.wipe() }
            guard let key = key ?? old.wrapped.keyARN else {
                throw OperationFailure(.unreachable, "KMS did not say which key it used", requestID: old.requestID)
            }
            let new = try await keys.newDataKey(under: key, context: header.context)
            defer { new.bytes.wipe() }
            let writer = try EnvelopeWriter(header.format, new, context: header.context)
            try reseal(opening, old, writer, to: sink)
            try records.append(
                .envelopeRenewed, .done, requestID: new.requestID, consequence: "the new envelope is not kept")
            try sink.commit(encryptedKey: writer.encryptedKey)
            return writer.sealed
        } catch {
            sink.discard()
            throw records.recorded(error)
        }
    }

    /// Chunk by chunk; the old one's chunks may be of another size.
    private func reseal(
        _ opening: EnvelopeOpening, _ old: DataKey, _ writer: EnvelopeWriter, to sink: any EnvelopeSink
    ) throws(OperationFailure) {
        try writer.begin(sink)
        let sealing = try writer.cipher.stream { bytes throws(OperationFailure) in try sink.write(bytes) }
        try opening.open(old) { chunk, _ throws(OperationFailure) in try sealing.take(chunk) }
        try sealing.finish()
    }
}
