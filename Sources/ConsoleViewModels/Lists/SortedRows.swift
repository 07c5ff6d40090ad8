import Inventory

/// What `SortJob.run()` found.
public struct SortedRows: Sendable, Equatable {
    /// What is shown of the rows of a refresh, and for which filter and order that holds.
    struct Arrangement: Sendable, Equatable {
        let filter: ListFilter
        let order: SortOrder
        let matching: [Int32]?
        let shown: [Int32]
        let selected: Reference?
        /// Where in `shown` the selected thing is now; nil if it is gone, or nothing was selected.
        let position: Int?
    }

    public let kind: ResourceKind
    public let number: Int
    let order: [Int32]
    var arrangement: Arrangement?
}
