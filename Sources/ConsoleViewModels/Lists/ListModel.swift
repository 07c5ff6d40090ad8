import Inventory

/// One of the four lists: its rows as they arrived, which of them are shown in which order, and the cursor.
public struct ListModel: Sendable {
    /// Up to here a sort fits into a key press.
    static let sortsAtOnce = 4_000

    public let kind: ResourceKind
    public internal(set) var state = ListState.unasked
    public internal(set) var generation = 0
    var store = RowStore()
    /// Indices of `rows`: those that pass the filter, in the order of the sort.
    public internal(set) var shown: [Int32] = []
    /// Position in `shown`.
    public internal(set) var cursor = 0
    /// First visible position in `shown`.
    public private(set) var top = 0
    public private(set) var filter = ListFilter.none
    /// As it was typed.
    public private(set) var filterText = ""
    public private(set) var order = SortOrder(column: .name, descending: false)
    public internal(set) var marked: Set<Reference> = []
    var lastMark: Reference?
    /// Whether the order is still on its way.
    public var isSorting: Bool { pendingSort != nil }

    /// All rows in order; those that arrived since the last sort stand at the end.
    var sorted: [Int32] = []
    var sortedCount = 0
    var pendingSort: Int?
    private var sortNumber = 0
    /// Rows of a refresh, kept apart until it is whole so that nothing flickers.
    var staged: RowStore?
    /// When a refresh became whole whose rows are still being put in order beside the main loop.
    var wholeAt: Double?
    /// The rows that pass the filter, in rising order; nil if there is no filter.
    var matching: [Int32]?

    init(_ kind: ResourceKind) {
        self.kind = kind
    }

    /// The rows in the order of their arrival.
    public var rows: [ResourceRow] { store.rows }

    /// How many rows of the load that is under way, or was the last, have come.
    public var arrived: Int { staged?.rows.count ?? rows.count }

    // MARK: what is selected

    /// The row under the cursor.
    public var selected: ResourceRow? {
        shown.indices.contains(cursor) ? rows[Int(shown[cursor])] : nil
    }

    /// The row that the cursor stays on when rows come, go or change places. At the top it stays at the top.
    var keptSelection: Int32? { cursor > 0 && shown.indices.contains(cursor) ? shown[cursor] : nil }

    /// The row of a thing, if the list has it.
    public func row(of reference: Reference) -> ResourceRow? {
        rows.first { $0.common.reference == reference }
    }

    /// The row at a position on the screen's list.
    public func shownRow(_ position: Int) -> ResourceRow? {
        shown.indices.contains(position) ? rows[Int(shown[position])] : nil
    }

    /// The first name that begins with the text, for the completion.
    func firstName(withPrefix prefix: String) -> ResourceRow? {
        store.search.firstRow(withPrefix: prefix).map { rows[$0] }
    }

    // MARK: order

    /// Sorts at once if that is short, else returns the job.
    mutating func sort(by order: SortOrder, height: Int) -> SortJob? {
        self.order = order
        // The rows of a refresh come in that order soon.
        if wholeAt != nil { return nil }
        return sort(keeping: keptSelection, height: height)
    }

    mutating func takeSortNumber() -> Int {
        sortNumber += 1
        return sortNumber
    }

    mutating func sort(keeping selection: Int32?, height: Int) -> SortJob? {
        let job = SortJob(kind: kind, number: takeSortNumber(), rows: rows, order: order)
        guard rows.count <= Self.sortsAtOnce else {
            pendingSort = sortNumber
            settle(keeping: selection, height: height)
            return job
        }
        apply(job.run().order)
        pendingSort = nil
        settle(keeping: selection, height: height)
        return nil
    }

    /// Takes in the answer to a job; an older one is dropped.
    mutating func take(_ result: SortedRows, height: Int) -> SortOutcome {
        guard result.number == pendingSort else { return .done }
        if let arrangement = result.arrangement { return take(result.order, arrangement, height: height) }
        guard result.order.count <= rows.count else { return .done }
        pendingSort = nil
        let selection = keptSelection
        apply(result.order)
        settle(keeping: selection, height: height)
        return .done
    }

    private mutating func apply(_ order: [Int32]) {
        sortedCount = order.count
        sorted = order
        sorted.append(contentsOf: Int32(order.count)..<Int32(rows.count))
    }

    // MARK: filter

    /// Narrows the rows to those that the text asks for.
    mutating func filter(by text: String, height: Int) {
        let selection = keptSelection
        let new = ListFilter(text)
        filterText = text
        guard new != filter else { return }
        // More letters can only narrow what was found already.
        let narrows =
            switch (filter, new) {
            case (.plain(let before), .plain(let after)): after.hasPrefix(before)
            case (.fuzzy(let before), .fuzzy(let after)): after.hasPrefix(before)
            default: false
            }
        let candidates = narrows ? matching : nil
        filter = new
        matching = store.rows(passing: filter, among: candidates)
        settle(keeping: selection, height: height)
    }

    /// Works out what is shown, and keeps the cursor on the thing it was on.
    mutating func settle(keeping selection: Int32?, height: Int) {
        shown = store.shown(of: sorted, matching: matching)
        if let selection, !(shown.indices.contains(cursor) && shown[cursor] == selection),
            let position = shown.firstIndex(of: selection)
        {
            cursor = position
        }
        clamp(height: height)
    }

    // MARK: cursor

    /// Moves the cursor; true if it moved.
    mutating func move(to position: Int, height: Int) -> Bool {
        let before = cursor
        cursor = position
        clamp(height: height)
        return cursor != before
    }

    /// Puts the cursor on a thing, if it is shown.
    mutating func select(_ reference: Reference, height: Int) {
        guard let position = shown.firstIndex(where: { rows[Int($0)].common.reference == reference }) else { return }
        cursor = position
        clamp(height: height)
    }

    /// Keeps the cursor inside the list and on the screen.
    mutating func clamp(height: Int) {
        cursor = max(0, min(cursor, shown.count - 1))
        let height = max(1, height)
        top = min(max(top, cursor - height + 1), cursor)
        top = max(0, min(top, shown.count - height))
    }
}
