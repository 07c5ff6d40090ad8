import AuditTrail
import Inventory
import SensitiveMemory

/// Tells whether values are the same, and shows nothing of them.
///
/// The order is that of `Reveal`: the rules, a record for each value on the disk, only then the fetches, then
/// the outcome of each. The values are held for the length of the comparison and wiped, whatever happens.
public struct Compare: Sendable {
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

    /// Compares two values or more, byte for byte, in a time that tells nothing of where they differ.
    ///
    /// - Throws: `usage` if there are fewer than two, and as `Reveal` does. When one of them cannot be read,
    ///   nothing is said of the others.
    public func callAsFunction(
        _ references: [Reference], note: String, mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> Comparison {
        try policy.check("compare values", note: note, incident: context.incident, mode: mode)
        guard references.count > 1 else { throw OperationFailure(.usage, "compare needs two references or more") }
        for reference in references { try reference.requireValue() }
        for reference in references {
            try append(
                AuditRecord(
                    .compareRequested, .pending, context: context, reference: reference.text, note: note),
                consequence: "nothing was fetched")
        }
        var held: [FetchedValue] = []
        defer { for value in held { value.bytes.wipe() } }
        for reference in references {
            do throws(OperationFailure) {
                held.append(try await store.value(of: reference.wholeValue).field(of: reference))
            } catch {
                throw recorded(error, failing: held.count, of: references, context)
            }
        }
        let groups = groups(of: held)
        let outcome = groups.count == 1 ? AuditOutcome.same : .different
        for (reference, value) in zip(references, held) {
            try append(
                AuditRecord(
                    .compareDone, outcome, context: context, reference: reference.text, version: value.version,
                    requestID: value.requestID,
                    fingerprint: value.bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }),
                consequence: "the outcome is not told")
        }
        return Comparison(groups: groups.map { $0.map { references[$0] } })
    }

    /// The places of equal values together.
    private func groups(of values: [FetchedValue]) -> [[Int]] {
        var groups: [[Int]] = []
        for (place, value) in values.enumerated() {
            if let group = groups.firstIndex(where: { values[$0[0]].bytes.isSame(as: value.bytes) }) {
                groups[group].append(place)
            } else {
                groups.append([place])
            }
        }
        return groups
    }

    /// Puts on record that one could not be read and the others were not compared, and gives the failure back.
    private func recorded(
        _ failure: OperationFailure, failing place: Int, of references: [Reference], _ context: AuditContext
    ) -> OperationFailure {
        var result = failure
        for (number, reference) in references.enumerated() {
            var record = AuditRecord(.compareFailed, .failed, context: context, reference: reference.text)
            if number == place {
                if failure.kind == .denied { (record.event, record.outcome) = (.compareDenied, .denied) }
                record.error = failure.code.isEmpty ? "\(failure.kind)" : failure.code
                record.requestID = failure.requestID.isEmpty ? nil : failure.requestID
            } else {
                record.error = "notCompared"
            }
            do throws(AuditError) { try audit.append(record) } catch {
                result = OperationFailure(
                    failure.kind, "\(failure.message); and this could not be recorded: \(error)", code: failure.code,
                    requestID: failure.requestID)
            }
        }
        return result
    }

    private func append(_ record: AuditRecord, consequence: String) throws(OperationFailure) {
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: consequence)
        }
    }
}
