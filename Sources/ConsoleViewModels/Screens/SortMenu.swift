/// The columns to sort by.
public struct SortMenu: Sendable, Equatable {
    public let columns: [ListColumn]
    public internal(set) var cursor: Int

    init(columns: [ListColumn], current: ListColumn) {
        self.columns = columns
        cursor = columns.firstIndex(of: current) ?? 0
    }
}
