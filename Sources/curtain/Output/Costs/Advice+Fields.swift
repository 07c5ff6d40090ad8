import Inventory

extension StoreVerdict {
    static let shape = RowShape<StoreVerdict>(
        fieldNames: ["store", "ease", "month", "audit", "rotation", "capability", "against"], fields: \.fields,
        columns: [
            Column("STORE") { $0.store.title }, Column("EASE") { $0.ease },
            Column("A MONTH", .right) { Money.text($0.month) }, Column("AUDIT") { $0.audit },
            Column("ROTATION") { $0.rotation }, Column("CAPABILITY") { $0.capability },
            Column("AGAINST IT") { $0.against.isEmpty ? "-" : $0.against.joined(separator: "; ") }
        ], name: { $0.store.rawValue })

    var fields: [Field] {
        [
            Field("store", .text(store.rawValue)), Field("ease", .text(ease)),
            Field("month", .fraction((month * 10_000).rounded() / 10_000)),
            Field("audit", .text(audit)), Field("rotation", .text(rotation)), Field("capability", .text(capability)),
            Field("against", FieldValue(against))
        ]
    }
}

extension Advice {
    var fields: [Field] {
        [
            Field("store", .text(store.rawValue)), Field("choice", .text(choice)),
            Field("month", .fraction((month * 10_000).rounded() / 10_000)),
            Field("reasons", FieldValue(reasons)), Field("cautions", FieldValue(cautions)),
            Field("commands", FieldValue(commands)), Field("plan", plan.value),
            Field("stores", .list(verdicts.map { .object($0.fields) }))
        ]
    }
}
