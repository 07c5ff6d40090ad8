import AuditTrail
import Inventory
import SensitiveMemory

/// Tells which fields of two values differ, and shows nothing of them. The records are those of `Compare`, whose order
/// this keeps.
public struct Diff: Sendable {
    private let store: AuditedStore

    public init(_ store: AuditedStore) { self.store = store }

    /// - Throws: as `Compare` does.
    public func callAsFunction(
        _ one: Reference, _ two: Reference, note: String, mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> FieldDifferences {
        let compared = ComparedValues(store: store, references: [one, two], context: context)
        return try await compared.read(note: note, mode: mode) { held in
            let differences = FieldDifferences(held[0].bytes, held[1].bytes)
            return (differences, differences.isSame ? .same : .different)
        }
    }
}
