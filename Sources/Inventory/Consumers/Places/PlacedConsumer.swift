/// A row of `used-by` or `reach` with the places of both ends.
public struct PlacedConsumer: Sendable, Equatable {
    public let row: ConsumerRow
    /// Where the row's thing is; for a role or user, which are nowhere, the place of the other end.
    public let place: AccountPlace
    /// Where the thing is that was asked about.
    public let asked: AccountPlace

    public init(row: ConsumerRow, place: AccountPlace, asked: AccountPlace) {
        self.row = row
        self.place = place
        self.asked = asked
    }
}
