import Inventory

/// A row with where it was found, for commands that go through several regions and accounts.
struct Placed<Row: Sendable>: Sendable {
    let row: Row
    let place: AccountPlace
}

extension RowShape where Row: Sendable {
    /// The same with the place of each row: always in the fields, in columns only where there are several.
    func placed(_ places: SessionPlaces) -> RowShape<Placed<Row>> {
        let (fields, name) = (fields, name)
        return RowShape<Placed<Row>>(
            fieldNames: fieldNames + ["account", "region"],
            fields: {
                fields($0.row) + [Field("account", .text($0.place.account)), Field("region", .text($0.place.region))]
            },
            columns: columns.map { $0.of(\.row) }.withPlaces(places, \.place),
            name: { name($0.row) })
    }
}

extension Array {
    /// The columns with region and account behind the first, where there are several of them.
    func withPlaces<Row>(
        _ places: SessionPlaces, _ place: @escaping @Sendable (Row) -> AccountPlace
    ) -> [Column<Row>] where Element == Column<Row> {
        guard places.areSeveral else { return self }
        var columns = self
        columns.insert(Column<Row>("REGION") { place($0).region }, at: Swift.min(1, count))
        if places.hasSeveralProfiles {
            columns.insert(Column<Row>("ACCOUNT") { place($0).account }, at: Swift.min(1, count))
        }
        return columns
    }
}

extension Column {
    /// The same column of something that the row is a part of.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row) -> Column<Whole> {
        let cell = cell
        return Column<Whole>(title, alignment == .left ? .left : .right) { cell(part($0)) }
    }
}
