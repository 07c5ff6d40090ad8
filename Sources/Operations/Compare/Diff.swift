import AuditTrail
import Inventory
import SensitiveMemory

/// Tells which fields of two values differ, and shows nothing of them. The records are those of `Compare`, whose order
/// this keeps.
public struct Diff: Sendable {
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

    /// - Throws: as `Compare` does.
    public func callAsFunction(
        _ one: Reference, _ two: Reference, note: String, mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> FieldDifferences {
        let compared = ComparedValues(
            store: store, audit: audit, fingerprints: fingerprints, policy: policy, references: [one, two],
            context: context)
        return try await compared.read(note: note, mode: mode) { held in
            let differences = FieldDifferences(held[0].bytes, held[1].bytes)
            return (differences, differences.isSame ? .same : .different)
        }
    }
}
