import AuditTrail
import Inventory
import SensitiveMemory

/// Values on their way through a comparison: the rules, a record for each on the disk, only then the fetches, then the
/// outcome of each. They are held for its length and wiped, whatever happens.
struct ComparedValues {
    let store: AuditedStore
    let references: [Reference]
    let context: AuditContext

    /// Reads them all and compares them. When one cannot be read, nothing is said of the others; when an outcome cannot
    /// be recorded, it is not told.
    func read<Outcome>(
        note: String, mode: AccessMode, _ compare: ([FetchedValue]) -> (outcome: Outcome, recorded: AuditOutcome)
    ) async throws(OperationFailure) -> Outcome {
        try store.policy.check("compare values", note: note, incident: context.incident, mode: mode)
        for reference in references { try reference.requireValue() }
        for reference in references {
            try store.audit.append(
                AuditRecord(.compareRequested, .pending, context: context, reference: reference.text, note: note),
                consequence: "nothing was fetched")
        }
        var held: [FetchedValue] = []
        defer { for value in held { value.bytes.wipe() } }
        for reference in references {
            do throws(OperationFailure) {
                held.append(try await store.value(of: reference))
            } catch {
                throw recorded(error, failing: held.count)
            }
        }
        let (outcome, recorded) = compare(held)
        for (reference, value) in zip(references, held) {
            try store.audit.append(
                AuditRecord(
                    .compareDone, recorded, context: context, reference: reference.text, version: value.version,
                    requestID: value.requestID, fingerprint: store.fingerprint(of: value.bytes)),
                consequence: "the outcome is not told")
        }
        return outcome
    }

    /// Puts on record that one could not be read and the others were not compared, and gives the failure back.
    private func recorded(_ failure: OperationFailure, failing place: Int) -> OperationFailure {
        var result = failure
        for (number, reference) in references.enumerated() {
            var record = AuditRecord(.compareFailed, .failed, context: context, reference: reference.text)
            if number == place {
                record = record.failed(failure, denied: .compareDenied, failed: .compareFailed)
            } else {
                record.error = "notCompared"
            }
            result = store.audit.recorded(result, record)
        }
        return result
    }
}
