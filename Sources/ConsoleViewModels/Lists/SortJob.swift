import Inventory

/// A sort that is too long for a key press. `run()` is pure and may run on any thread.
public struct SortJob: Sendable, Equatable {
    public let kind: ResourceKind
    public let number: Int
    let rows: [ResourceRow]
    let order: SortOrder

    /// The rows' indices in order.
    public func run() -> SortedRows {
        let keys = SortKeys(rows: rows, column: order.column)
        return SortedRows(kind: kind, number: number, order: keys.sorted(descending: order.descending))
    }

    /// Two jobs are the same if they carry the same number.
    public static func == (left: SortJob, right: SortJob) -> Bool {
        left.kind == right.kind && left.number == right.number
    }
}

/// What `SortJob.run()` found.
public struct SortedRows: Sendable, Equatable {
    public let kind: ResourceKind
    public let number: Int
    let order: [Int32]
}
