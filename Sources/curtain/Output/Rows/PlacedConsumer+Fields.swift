import Inventory

extension PlacedConsumer {
    /// A row of `used-by` and `reach`, with the region and account of both ends.
    static func shape(_ places: SessionPlaces) -> RowShape<PlacedConsumer> {
        let row = ConsumerRow.shape
        var columns = row.columns.map { $0.of(\PlacedConsumer.row) }.withPlaces(places) { $0.place }
        if places.areSeveral {
            columns.insert(
                Column("ASKED IN") {
                    places.hasSeveralProfiles ? $0.asked.account + " " + $0.asked.region : $0.asked.region
                }, at: columns.count - 1)
        }
        return RowShape<PlacedConsumer>(
            fieldNames: row.fieldNames + ["account", "region", "askedAccount", "askedRegion"],
            fields: {
                row.fields($0.row) + [
                    Field("account", .text($0.place.account)), Field("region", .text($0.place.region)),
                    Field("askedAccount", .text($0.asked.account)), Field("askedRegion", .text($0.asked.region))
                ]
            }, columns: columns, name: { row.name($0.row) })
    }
}
