import Inventory

/// A sort that is too long for a key press. `run()` is pure and may run on any thread.
public struct SortJob: Sendable, Equatable {
    public let kind: ResourceKind
    public let number: Int
    let keys: SortKeys
    let descending: Bool

    /// The rows' indices in order.
    public func run() -> SortedRows {
        SortedRows(kind: kind, number: number, order: keys.sorted(descending: descending))
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
