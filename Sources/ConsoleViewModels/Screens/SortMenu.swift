import Inventory

/// The columns to sort by.
public struct SortMenu: Sendable, Equatable {
    public let columns: [ListColumn]
    public internal(set) var cursor: Int

    init(kind: ResourceKind, wide: Bool, current: ListColumn) {
        columns = ListColumn.columns(of: kind, wide: wide)
        cursor = columns.firstIndex(of: current) ?? 0
    }
}
