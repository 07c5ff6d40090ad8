import AuditTrail
import FoundationEssentials
import SensitiveMemory
import StateFiles

/// Has the end of the audit trail signed, keeps the anchor beside it, and puts that on record.
public struct AnchorTrail: Sendable {
    private let folder: StateFolder
    private let audit: any AuditRecording
    private let signer: any MessageSigning
    private let clock: @Sendable () -> Date

    public init(
        in folder: StateFolder, audit: any AuditRecording, signer: any MessageSigning,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.folder = folder
        self.audit = audit
        self.signer = signer
        self.clock = clock
    }

    /// Only what holds together is signed: a trail that is not intact is refused, and one without records too.
    ///
    /// - Parameters:
    ///   - key: the KMS key's id, alias or ARN, and `reference` the same in words for the record.
    public func callAsFunction(
        with key: String, reference: String, as context: AuditContext
    ) async throws(OperationFailure) -> AuditAnchor {
        let trail: AuditVerification
        do throws(AuditError) {
            trail = try AuditVerification(of: folder, depth: .full, anchors: try AnchorFile.read(in: folder))
        } catch {
            throw OperationFailure(.failed, "the audit trail cannot be checked: \(error)")
        }
        guard trail.state == .intact else {
            throw OperationFailure(.finding, "the audit trail is not intact, so it is not signed; see audit verify")
        }
        guard trail.records > 0 else { throw OperationFailure(.notFound, "nothing has been recorded yet") }
        let time = AuditAnchor.time(of: clock())
        let signed = try await signer.sign(
            AuditAnchor.message(time: time, count: trail.records, hash: trail.hash), with: key)
        let anchor = AuditAnchor(
            time: time, count: trail.records, hash: trail.hash, keyARN: signed.keyARN, algorithm: signed.algorithm,
            signature: signed.signature)
        do throws(AuditError) {
            try AnchorFile.append(anchor, in: folder)
            try audit.append(
                AuditRecord(
                    .auditAnchored, .done, context: context, reference: reference, version: String(trail.records),
                    requestID: signed.requestID))
        } catch {
            throw OperationFailure(auditUnwritable: error, consequence: "the anchor was signed and is not on record")
        }
        return anchor
    }
}
