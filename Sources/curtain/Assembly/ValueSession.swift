import AWSClient
import AccountAccess
import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// What a command needs that reads values: the rules, the audit trail, the store.
///
/// The order: the rules are asked before anything; the trail takes a first record before anything is sent;
/// then AWS is asked who we are, so that every record about a value says it.
struct ValueSession {
    /// What stands ready once the trail has taken its first record.
    struct Access: Sendable {
        let store: any ValueFetching
        let keys: any DataKeyHandling
        let audit: any AuditRecording
        let fingerprints: FingerprintKey
        let policy: RevealPolicy

        /// The store behind the rules and the trail.
        var values: AuditedStore {
            AuditedStore(store, audit: audit, fingerprints: fingerprints, policy: policy)
        }
    }

    private let session: Session
    let policy: RevealPolicy

    init(_ session: Session) {
        self.session = session
        policy = session.revealPolicy
    }

    /// Throws `denied` if the rules forbid the act here and now, `usage` if a reference names no value.
    func check(_ verb: String, note: String, references: [Reference]) throws(OperationFailure) {
        try policy.check(verb, note: note, incident: try session.incident()?.text, mode: session.mode)
        for reference in references { try reference.requireValue() }
    }

    /// Does the act between the records of the session's start and end.
    func perform<Outcome: Sendable>(
        _ act: (Access, AuditContext) async throws -> Outcome
    ) async throws -> Outcome {
        let client = try session.client()
        var context = LocalIdentity.context(incident: try session.incident()?.text)
        context.region = client.configuration.region
        let (audit, fingerprints) = try openTrail()
        try Self.append(AuditRecord(.sessionStarted, context: context), to: audit)
        let outcome: Result<Outcome, any Error>
        do {
            try await context.identify(by: client)
            let access = Access(
                store: AccountValues(calls: client), keys: AccountDataKeys(calls: client), audit: audit,
                fingerprints: fingerprints, policy: policy)
            outcome = .success(try await act(access, context))
        } catch {
            outcome = .failure(error)
        }
        try Self.append(AuditRecord(.sessionEnded, context: context), to: audit)
        await AuditDispatch(session).shipOrWarn()
        return try outcome.get()
    }

    private func openTrail() throws(OperationFailure) -> (AuditTrail, FingerprintKey) {
        do throws(StateFilesError) {
            let folder = try StateFolder(at: session.folders.state)
            return (AuditTrail(in: folder), try FingerprintKey(in: folder))
        } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (nothing was sent)")
        }
    }

    private static func append(_ record: AuditRecord, to audit: AuditTrail) throws(OperationFailure) {
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (nothing was sent)")
        }
    }
}
