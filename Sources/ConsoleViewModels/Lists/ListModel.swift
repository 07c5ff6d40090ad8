import Inventory

/// One of the four lists: its rows as they arrived, which of them are shown in which order, and the cursor.
public struct ListModel: Sendable {
    /// Up to here a sort fits into a key press.
    static let sortsAtOnce = 4_000

    public let kind: ResourceKind
    public internal(set) var state = ListState.unasked
    public private(set) var generation = 0
    private var store = RowStore()
    /// Indices of `rows`: those that pass the filter, in the order of the sort.
    public private(set) var shown: [Int32] = []
    /// Position in `shown`.
    public private(set) var cursor = 0
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
    private var sorted: [Int32] = []
    private var sortedCount = 0
    private var pendingSort: Int?
    private var sortNumber = 0
    /// Rows of a refresh, kept apart until it is whole so that nothing flickers.
    private var staged: RowStore?
    /// The rows that pass the filter, in rising order; nil if there is no filter.
    private var matching: [Int32]?

    init(_ kind: ResourceKind) {
        self.kind = kind
    }

    /// The rows in the order of their arrival.
    public var rows: [ResourceRow] { store.rows }

    // MARK: what is selected

    /// The row under the cursor.
    public var selected: ResourceRow? {
        shown.indices.contains(cursor) ? rows[Int(shown[cursor])] : nil
    }

    /// The row that the cursor stays on when rows come, go or change places. At the top it stays at the top.
    private var keptSelection: Int32? { cursor > 0 && shown.indices.contains(cursor) ? shown[cursor] : nil }

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

    // MARK: loading

    /// Begins a new load; what is there stays until the new rows are whole.
    mutating func beginLoading() -> Int {
        generation += 1
        state = .loading
        staged = rows.isEmpty ? nil : RowStore()
        return generation
    }

    /// Takes in a page. False if it belongs to an older load.
    mutating func take(_ page: [ResourceRow], generation: Int, height: Int) -> Bool {
        guard generation == self.generation, state == .loading else { return false }
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
        guard generation == self.generation, state == .loading else { return nil }
        state = .whole(at: wall)
        var selection = keptSelection
        if let staged {
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
        return true
    }

    /// Gives up the load that is under way.
    mutating func cancelLoading(wall: Double) {
        guard state == .loading else { return }
        generation += 1
        staged = nil
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

    private mutating func replaceRows(with rows: RowStore) {
        store = rows
        sorted = Array(0..<Int32(rows.rows.count))
        sortedCount = 0
        matching = matches(among: nil)
    }

    private mutating func append(_ page: [ResourceRow]) {
        let first = rows.count
        store.append(page)
        let arrived = Int32(first)..<Int32(rows.count)
        sorted.append(contentsOf: arrived)
        if matching != nil {
            let found = matches(among: Array(arrived)) ?? []
            matching?.append(contentsOf: found)
        }
        if rows.count <= Self.sortsAtOnce {
            sorted = SortKeys(rows: rows, column: order.column).sorted(descending: order.descending)
            sortedCount = sorted.count
        }
    }

    // MARK: order

    /// Sorts at once if that is short, else returns the job.
    mutating func sort(by order: SortOrder, height: Int) -> SortJob? {
        self.order = order
        return sort(keeping: keptSelection, height: height)
    }

    private mutating func sort(keeping selection: Int32?, height: Int) -> SortJob? {
        sortNumber += 1
        let job = SortJob(kind: kind, number: sortNumber, rows: rows, order: order)
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
    mutating func take(_ result: SortedRows, height: Int) {
        guard result.number == pendingSort, result.order.count <= rows.count else { return }
        pendingSort = nil
        let selection = keptSelection
        apply(result.order)
        settle(keeping: selection, height: height)
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
        matching = matches(among: candidates)
        settle(keeping: selection, height: height)
    }

    /// Which rows pass, in rising order; among the candidates only, if there are any given.
    private func matches(among candidates: [Int32]?) -> [Int32]? {
        switch filter {
        case .none: return nil
        case .plain(let text): return store.search.rows(containing: text, among: candidates)
        case .fuzzy(let letters): return store.search.rows(withLetters: letters, among: candidates)
        case .inverse(let text):
            var hits = store.search.rows(containing: text, among: candidates)[...]
            return (candidates ?? Array(0..<Int32(rows.count))).filter { row in
                guard hits.first == row else { return true }
                hits.removeFirst()
                return false
            }
        case .tags(let terms):
            return store.rows(tagged: terms, among: candidates)
        }
    }

    /// Works out what is shown, and keeps the cursor on the thing it was on.
    private mutating func settle(keeping selection: Int32?, height: Int) {
        if let matching {
            var passes = [Bool](repeating: false, count: rows.count)
            for row in matching { passes[Int(row)] = true }
            shown = sorted.filter { passes[Int($0)] }
        } else {
            shown = sorted
        }
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
