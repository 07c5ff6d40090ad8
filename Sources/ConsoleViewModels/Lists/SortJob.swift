import Inventory

/// A sort that is too long for a key press. `run()` is pure and may run on any thread.
public struct SortJob: Sendable, Equatable {
    /// The rows of a refresh, which are filtered as well before they take the place of the old ones.
    struct Arranging: Sendable {
        let store: RowStore
        let filter: ListFilter
        /// The thing under the cursor, whose new place is looked for.
        let selected: Reference?
    }

    public let kind: ResourceKind
    public let number: Int
    let rows: [ResourceRow]
    let order: SortOrder
    var arranging: Arranging?

    /// The rows' indices in order.
    public func run() -> SortedRows {
        let keys = SortKeys(rows: rows, column: order.column)
        let sorted = keys.sorted(descending: order.descending)
        return SortedRows(kind: kind, number: number, order: sorted, arrangement: arranging.map { arrange($0, sorted) })
    }

    private func arrange(_ arranging: Arranging, _ sorted: [Int32]) -> SortedRows.Arrangement {
        let matching = arranging.store.rows(passing: arranging.filter, among: nil)
        let shown = arranging.store.shown(of: sorted, matching: matching)
        let position = arranging.selected.flatMap { selected in
            shown.firstIndex { rows[Int($0)].common.reference == selected }
        }
        return SortedRows.Arrangement(
            filter: arranging.filter, order: order, matching: matching, shown: shown, selected: arranging.selected,
            position: position)
    }

    /// Two jobs are the same if they carry the same number.
    public static func == (left: SortJob, right: SortJob) -> Bool {
        left.kind == right.kind && left.number == right.number
    }
}
