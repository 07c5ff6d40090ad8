import AuditTrail
import Inventory
import SensitiveMemory

/// Encrypts a payload of any size under a data key of its own, and that under a KMS key.
///
/// The order: the rules, the request on the disk, a data key from KMS, the payload, the outcome on the disk, and only
/// then the files under their names.
public struct SealEnvelope: Sendable {
    /// What is to be sealed.
    public struct Request: Equatable, Sendable {
        /// The KMS key: an id, an ARN or an alias.
        public var key: String
        public var format: EnvelopeFormat
        public var context: EncryptionContext
        /// By what the records name it.
        public var name: String
        public var note: String?

        public init(
            key: String, format: EnvelopeFormat, context: EncryptionContext, name: String, note: String? = nil
        ) {
            self.key = key
            self.format = format
            self.context = context
            self.name = name
            self.note = note
        }
    }

    private let keys: any DataKeyHandling
    private let audit: any AuditRecording

    public init(keys: any DataKeyHandling, audit: any AuditRecording) {
        self.keys = keys
        self.audit = audit
    }

    /// - Throws: `denied` in read-only mode or by AWS, `auditUnwritable` if a record cannot be written, or what reading,
    ///   KMS or writing failed with. Then the sink was told to discard.
    public func callAsFunction(
        _ request: Request, from source: any EnvelopeSource, to sink: any EnvelopeSink, mode: AccessMode,
        as context: AuditContext
    ) async throws(OperationFailure) -> SealedEnvelope {
        guard !mode.readOnly else {
            throw OperationFailure(.denied, "will not seal an envelope in read-only mode; leave it first")
        }
        let records = try EnvelopeRecords(
            audit,
            AuditRecord(
                .envelopeRequested, .pending, context: context, reference: EnvelopeHeader.reference(name: request.name),
                note: request.note), failed: .envelopeFailed, denied: .envelopeDenied)
        do throws(OperationFailure) {
            let dataKey = try await keys.newDataKey(under: request.key, context: request.context)
            defer { dataKey.bytes.wipe() }
            let writer = try EnvelopeWriter(request.format, dataKey, context: request.context)
            try writer.write(source, to: sink)
            try records.append(
                .envelopeSealed, .done, requestID: dataKey.requestID, consequence: "the envelope is not kept")
            try sink.commit(encryptedKey: writer.encryptedKey)
            return writer.sealed
        } catch {
            sink.discard()
            throw records.recorded(error)
        }
    }
}
