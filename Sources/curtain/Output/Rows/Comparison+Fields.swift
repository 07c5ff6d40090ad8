import Inventory
import Operations

extension Comparison {
    /// Which references hold the same value; nothing of the value itself.
    static let shape = RowShape<Comparison>(
        fieldNames: ["same", "groups"],
        fields: {
            [
                Field("same", .flag($0.isSame)),
                Field("groups", .list($0.groups.map { FieldValue($0.map(\.text)) }))
            ]
        },
        columns: [], name: { $0.isSame ? "same" : "different" })
}
