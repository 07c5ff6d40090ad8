import Inventory

/// Rows that arrive: page by page into an empty list, beside the old ones in a refresh.
extension ListModel {
    /// Begins a new load; what is there stays until the new rows are whole.
    mutating func beginLoading() -> Int {
        generation += 1
        state = .loading
        staged = rows.isEmpty ? nil : RowStore()
        wholeAt = nil
        return generation
    }

    /// Takes in a page. False if it belongs to an older load.
    mutating func take(_ page: [ResourceRow], generation: Int, height: Int) -> Bool {
        guard generation == self.generation, state == .loading, wholeAt == nil else { return false }
        if staged != nil {
            staged?.append(page)
        } else {
            let kept = keptSelection
            append(page)
            settle(keeping: kept, height: height)
        }
        return true
    }

    /// The load is whole. Returns a sort to run elsewhere if it is a long one.
    mutating func finishLoading(generation: Int, wall: Double, height: Int) -> SortJob? {
        guard generation == self.generation, state == .loading, wholeAt == nil else { return nil }
        state = .whole(at: wall)
        var selection = keptSelection
        if let staged {
            if max(staged.rows.count, rows.count) > Self.sortsAtOnce {
                state = .loading
                wholeAt = wall
                return arrange(staged)
            }
            let reference = selection.map { rows[Int($0)].common.reference }
            self.staged = nil
            replaceRows(with: staged)
            selection = reference.flatMap { store.index(of: $0) }.map { Int32($0) }
        }
        return sort(keeping: selection, height: height)
    }

    /// The load ended early. What had arrived before stays.
    mutating func failLoading(_ problem: Problem, generation: Int, wall: Double) -> Bool {
        guard generation == self.generation, state == .loading else { return false }
        state = .failed(problem, at: wall)
        staged = nil
        wholeAt = nil
        return true
    }

    /// Gives up the load that is under way.
    mutating func cancelLoading(wall: Double) {
        guard state == .loading else { return }
        generation += 1
        staged = nil
        wholeAt = nil
        state = .failed(Problem(.other, "the load was cancelled", advice: "R asks again"), at: wall)
    }

    /// Puts what a detail call told in the place of the row that a list call gave.
    mutating func fill(_ row: ResourceRow) {
        let reference = row.common.reference
        if let selected, selected.common.reference == reference {
            store.replace(Int(shown[cursor]), with: row)
        } else if let index = store.index(of: reference) {
            store.replace(index, with: row)
        }
    }

    /// The same for many rows of the load that is under way or was the last.
    mutating func fill(_ changed: [ResourceRow], generation: Int) {
        guard generation == self.generation else { return }
        let news = Dictionary(changed.map { ($0.common.reference, $0) }) { _, last in last }
        store.fill(news)
        staged?.fill(news)
    }

    /// Takes in the tags; what is not among them has none.
    mutating func tag(_ tags: ResourceTags, height: Int) {
        store.tag(tags)
        guard case .tags = filter else { return }
        let kept = keptSelection
        matching = store.rows(passing: filter, among: nil)
        settle(keeping: kept, height: height)
    }

    // MARK: a long refresh

    /// What puts the new rows in order, filters them and finds the cursor's row, beside the main loop.
    private mutating func arrange(_ staged: RowStore) -> SortJob {
        let number = takeSortNumber()
        pendingSort = number
        return SortJob(
            kind: kind, number: number, rows: staged.rows, order: order,
            arranging: SortJob.Arranging(
                store: staged, filter: filter, selected: cursor > 0 ? selected?.common.reference : nil))
    }

    /// Puts rows that were put in order elsewhere in the place of the old ones: nothing here goes through them.
    mutating func take(_ order: [Int32], _ arrangement: SortedRows.Arrangement, height: Int) -> SortOutcome {
        guard let wholeAt, let staged else { return .done }
        // What is asked for has changed meanwhile.
        guard arrangement.filter == filter, arrangement.order == self.order else { return .again(arrange(staged)) }
        let selected = cursor > 0 ? selected?.common.reference : nil
        let remains = RowRemains(store)
        state = .whole(at: wholeAt)
        store = staged
        self.staged = nil
        self.wholeAt = nil
        pendingSort = nil
        sorted = order
        sortedCount = order.count
        matching = arrangement.matching
        shown = arrangement.shown
        if selected == arrangement.selected {
            cursor = arrangement.position ?? cursor
            clamp(height: height)
        } else if let selected {
            select(selected, height: height)
        }
        return .replaced(remains)
    }

    private mutating func replaceRows(with rows: RowStore) {
        store = rows
        sorted = Array(0..<Int32(rows.rows.count))
        sortedCount = 0
        matching = store.rows(passing: filter, among: nil)
    }

    private mutating func append(_ page: [ResourceRow]) {
        let first = rows.count
        store.append(page)
        let arrived = Int32(first)..<Int32(rows.count)
        sorted.append(contentsOf: arrived)
        if matching != nil {
            let found = store.rows(passing: filter, among: Array(arrived)) ?? []
            matching?.append(contentsOf: found)
        }
        if rows.count <= Self.sortsAtOnce {
            sorted = SortKeys(rows: rows, column: order.column).sorted(descending: order.descending)
            sortedCount = sorted.count
        }
    }
}
