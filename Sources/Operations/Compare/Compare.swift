import AuditTrail
import Inventory
import SensitiveMemory

/// Tells whether values are the same, and shows nothing of them.
///
/// The order is that of `Reveal`: the rules, a record for each value on the disk, only then the fetches, then
/// the outcome of each. The values are held for the length of the comparison and wiped, whatever happens.
public struct Compare: Sendable {
    private let store: AuditedStore

    public init(_ store: AuditedStore) { self.store = store }

    /// Compares two values or more, byte for byte, in a time that tells nothing of where they differ.
    ///
    /// - Throws: `usage` if there are fewer than two, and as `Reveal` does. When one of them cannot be read,
    ///   nothing is said of the others.
    public func callAsFunction(
        _ references: [Reference], note: String, mode: AccessMode = AccessMode(), as context: AuditContext
    ) async throws(OperationFailure) -> Comparison {
        try store.policy.check("compare values", note: note, incident: context.incident, mode: mode)
        guard references.count > 1 else { throw OperationFailure(.usage, "compare needs two references or more") }
        let compared = ComparedValues(store: store, references: references, context: context)
        return try await compared.read(note: note, mode: mode) { held in
            let groups = groups(of: held)
            return (
                Comparison(groups: groups.map { $0.map { references[$0] } }), groups.count == 1 ? .same : .different
            )
        }
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
}
