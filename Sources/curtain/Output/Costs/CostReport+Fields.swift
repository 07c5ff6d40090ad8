import Inventory

extension CostLine {
    static let shape = RowShape<CostLine>(
        fieldNames: ["store", "item", "quantity", "price", "month", "source", "read", "note"], fields: \.fields,
        columns: [
            Column("STORE") { $0.store.title }, Column("ITEM") { $0.item },
            Column("QUANTITY", .right) { String($0.quantity) }, Column("EACH", .right) { Money.text($0.price) },
            Column("A MONTH", .right) { Money.text($0.month) }, Column("NOTE") { $0.note ?? "" }
        ], name: { $0.item })

    var fields: [Field] {
        [
            Field("store", .text(store.rawValue)), Field("item", .text(item)), Field("quantity", .number(quantity)),
            Field("price", .fraction(price)), Field("month", .fraction(month)), Field("source", .text(fact.source)),
            Field("read", .text(fact.read)), Field("note", FieldValue(note))
        ]
    }
}

extension LimitUse {
    static let shape = RowShape<LimitUse>(
        fieldNames: ["limit", "ref", "used", "allowed", "share", "unit", "source", "read"], fields: \.fields,
        columns: [
            Column("LIMIT") { $0.limit.name }, Column("OF") { $0.reference?.text ?? "region" },
            Column("USED", .right) { String($0.used) }, Column("ALLOWED", .right) { String($0.limit.count) },
            Column("SHARE", .right) { "\(Int(($0.share * 100).rounded()))%" }
        ], name: { $0.reference?.text ?? $0.limit.name })

    var fields: [Field] {
        [
            Field("limit", .text(limit.name)), Field("ref", FieldValue(reference?.text)), Field("used", .number(used)),
            Field("allowed", .number(limit.count)), Field("share", .fraction((share * 1000).rounded() / 1000)),
            Field("unit", .text(limit.unit)), Field("source", .text(limit.source)), Field("read", .text(limit.read))
        ]
    }
}

extension Saving {
    var fields: [Field] {
        [
            Field("act", .text(act)), Field("month", .fraction((month * 100).rounded() / 100)),
            Field("condition", .text(condition)), Field("refs", FieldValue(references.map(\.text)))
        ]
    }
}

extension CostReport {
    /// The report as one object.
    func fields(in place: AccountPlace) -> [Field] {
        [
            Field("account", .text(place.account)), Field("region", .text(place.region)),
            Field("month", .fraction((month * 10_000).rounded() / 10_000)), Field("currency", .text("USD")),
            Field("asOf", .text(asOf)), Field("lines", .list(lines.map { .object($0.fields) })),
            Field("savings", .list(savings.map { .object($0.fields) })),
            Field("limits", .list(limits.map { .object($0.fields) })), Field("notCounted", FieldValue(notCounted))
        ]
    }
}
