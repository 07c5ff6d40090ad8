import AuditTrail
import FoundationEssentials
import Inventory
import SensitiveMemory

/// Puts the encrypted data key of an envelope under another KMS key. The data key does not leave KMS and the payload
/// stays as it is: right after a change of keys, and no help after a leak.
public struct RewrapEnvelope: Sendable {
    private let keys: any DataKeyHandling
    private let audit: any AuditRecording

    public init(keys: any DataKeyHandling, audit: any AuditRecording) {
        self.keys = keys
        self.audit = audit
    }

    /// - Parameters:
    ///   - encryptedKey: the text of the file beside the payload.
    ///   - keep: takes the new text.
    /// - Throws: `usage` for a message of the AWS Encryption SDK: its header's tag vouches for the encrypted data key, and
    ///   a second tag under the same key and nonce would let whoever has both forge messages; such are renewed.
    public func callAsFunction(
        _ payload: any EnvelopeSource, encryptedKey: String, under key: String, note: String?, mode: AccessMode,
        as context: AuditContext, keep: (String) throws(OperationFailure) -> Void
    ) async throws(OperationFailure) -> SealedEnvelope {
        guard !mode.readOnly else {
            throw OperationFailure(.denied, "will not rewrap an envelope in read-only mode; leave it first")
        }
        let header = try EnvelopeHeader(from: EnvelopeReader(payload))
        guard case .curtain = header else {
            throw OperationFailure(
                .usage,
                "a message of the AWS Encryption SDK vouches for its encrypted key and cannot be rewrapped; renew it")
        }
        let wrapped = try OpenableEnvelope.wrappedKey(base64: encryptedKey)
        let records = try EnvelopeRecords(
            audit,
            AuditRecord(
                .envelopeRequested, .pending, context: context, reference: header.reference, version: header.id,
                note: note), failed: .envelopeFailed, denied: .envelopeDenied)
        do throws(OperationFailure) {
            let new = try await keys.rewrapped(wrapped, under: key, context: header.context)
            guard let keyARN = new.key.keyARN else {
                throw OperationFailure(.unreachable, "KMS did not say which key it used", requestID: new.requestID)
            }
            try records.append(
                .envelopeRewrapped, .done, requestID: new.requestID, consequence: "the new encrypted key is not kept")
            try keep(Data(new.key.ciphertext).base64EncodedString())
            return SealedEnvelope(format: .curtain, id: header.id, keyARN: keyARN, context: header.context)
        } catch {
            throw records.recorded(error)
        }
    }
}
