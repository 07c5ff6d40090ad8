import AuditTrail
import Inventory
import SensitiveMemory

/// The store of the values with what stands before it: the rules, and the trail that each look is written into first.
/// Whatever reads a value is made from one of these.
public struct AuditedStore: Sendable {
    let values: any ValueFetching
    let audit: any AuditRecording
    let fingerprints: FingerprintKey
    let policy: RevealPolicy

    public init(
        _ values: any ValueFetching, audit: any AuditRecording, fingerprints: FingerprintKey, policy: RevealPolicy
    ) {
        self.values = values
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
    }

    /// The value, or the field of it that the reference names.
    func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue {
        try await values.value(of: reference.wholeValue).field(of: reference)
    }

    func fingerprint(of bytes: SecretBytes) -> Fingerprint {
        bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }
    }
}
