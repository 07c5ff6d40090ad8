import AuditTrail
import Inventory
import SensitiveMemory

/// Opens an envelope for one person who says why: the order of `Reveal`.
///
/// The rules, the request on the disk, only then the data key; the whole payload is found right before its first byte is
/// given out, and that it is given out is on the disk before.
public struct OpenEnvelope: Sendable {
    private let keys: any DataKeyHandling
    private let store: any ValueFetching
    private let audit: any AuditRecording
    private let fingerprints: FingerprintKey
    private let policy: RevealPolicy

    public init(
        keys: any DataKeyHandling, store: any ValueFetching, audit: any AuditRecording, fingerprints: FingerprintKey,
        policy: RevealPolicy
    ) {
        self.keys = keys
        self.store = store
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
    }

    /// - Parameter deliver: takes the payload, chunk by chunk; what it throws ends the act and is recorded.
    /// - Throws: as `Reveal` does; `badInput` if it is no envelope, was changed or cut short, or the encrypted key is that
    ///   of another.
    public func callAsFunction(
        _ envelope: OpenableEnvelope, note: String, mode: AccessMode, as context: AuditContext,
        deliver: (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    ) async throws(OperationFailure) {
        try policy.check("open an envelope", note: note, incident: context.incident, mode: mode)
        let opening = try EnvelopeOpening(envelope)
        let records = try EnvelopeRecords(
            audit,
            AuditRecord(
                .revealRequested, .pending, context: context, reference: opening.header.reference,
                version: opening.header.id, note: note), failed: .revealFailed, denied: .revealDenied)
        do throws(OperationFailure) {
            let dataKey = try await opening.dataKey(keys, store)
            defer { dataKey.bytes.wipe() }
            try opening.open(dataKey) { _, _ in }
            try records.append(
                .revealShown, .done, requestID: dataKey.requestID, consequence: "the payload is not given out")
            try opening.open(dataKey) { chunk, _ throws(OperationFailure) in
                let outcome = chunk.withUnsafeBytes { bytes in
                    Result { () throws(OperationFailure) in try deliver(bytes) }
                }
                try outcome.get()
            }
            try records.append(
                .revealMasked, AuditOutcome(rawValue: ClosingReason.printed.rawValue), requestID: dataKey.requestID,
                consequence: "the payload was given out all the same")
        } catch {
            throw records.recorded(error)
        }
    }
}
