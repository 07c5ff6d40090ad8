import Inventory

/// Everything about one thing but its value, and the cursor in it.
public struct DetailModel: Sendable {
    /// How far it has got. The row of the list, if there is one, is shown at once.
    public enum State: Sendable, Equatable {
        /// Seen beside the list; asked for when the cursor rests.
        case glimpsed
        case loading
        case whole(at: Double)
        case failed(Problem)
    }

    public let reference: Reference
    public private(set) var state = State.glimpsed
    public private(set) var generation = 0
    /// What the list told, until the detail is there.
    public private(set) var row: ResourceRow?
    public private(set) var sections: [ResourceDetail.Section] = []
    public private(set) var items: [DetailItem] = []
    /// Who else holds the same values.
    public private(set) var equals: EqualValues
    /// Index of `items`.
    public private(set) var cursor = 0
    /// First visible index of `items`.
    public private(set) var top = 0
    public private(set) var find = ListFilter.none

    init(_ reference: Reference, row: ResourceRow?, equals: EqualValues) {
        self.reference = reference
        self.row = row
        self.equals = equals
        lay()
    }

    /// The item under the cursor.
    public var selected: DetailItem? {
        items.indices.contains(cursor) && items[cursor].isSelectable ? items[cursor] : nil
    }

    /// Begins to load; the rows that are there stay.
    mutating func beginLoading() -> Int {
        generation += 1
        state = .loading
        return generation
    }

    /// Nobody looks at it any more: the answer that is on its way is not wanted. Returns the generation to cancel.
    mutating func giveUp() -> Int? {
        guard state == .loading else { return nil }
        state = .glimpsed
        generation += 1
        return generation - 1
    }

    /// Takes in the answer; false if it belongs to an older load.
    mutating func take(_ detail: ResourceDetail, generation: Int, wall: Double, height: Int) -> Bool {
        guard generation == self.generation, state == .loading else { return false }
        state = .whole(at: wall)
        row = detail.row
        sections = detail.sections
        lay()
        clamp(height: height)
        return true
    }

    /// The detail could not be had; false if that concerns an older load.
    mutating func fail(_ problem: Problem, generation: Int, height: Int) -> Bool {
        guard generation == self.generation, state == .loading else { return false }
        state = .failed(problem)
        lay()
        clamp(height: height)
        return true
    }

    /// The list knows the row now.
    mutating func glimpse(_ row: ResourceRow) {
        guard self.row == nil else { return }
        self.row = row
        lay()
    }

    /// The functions were listed anew.
    mutating func compare(with equals: EqualValues) {
        guard equals != self.equals else { return }
        self.equals = equals
        lay()
    }

    private mutating func lay() {
        let before = selected
        items = DetailItem.items(of: row, equals: equals, sections: sections)
        if case .failed(let problem) = state { items.insert(.problem(problem), at: 0) }
        // More may be known of a variable now, such as where else its value is: it is the same line all the same.
        if let before, let place = items.firstIndex(of: before) ?? items.firstIndex(where: before.isVariable) {
            cursor = place
        } else {
            cursor = items.firstIndex(where: \.isSelectable) ?? 0
        }
    }

    // MARK: cursor

    /// Moves by so many lines that can be selected; true if the cursor moved.
    mutating func move(by steps: Int, height: Int) -> Bool {
        let before = cursor
        let places = items.indices.filter { items[$0].isSelectable }
        guard !places.isEmpty else {
            // Nothing to stand on: scroll.
            let top = self.top
            cursor = max(0, min(items.count - 1, cursor + steps))
            self.top = max(0, min(top + steps, items.count - height))
            return false
        }
        let here = places.firstIndex { $0 >= cursor } ?? places.count - 1
        cursor = places[max(0, min(places.count - 1, here + steps))]
        clamp(height: height)
        return cursor != before
    }

    /// Puts the cursor on a line that can be selected; false if it cannot be, or is there already.
    mutating func move(to place: Int, height: Int) -> Bool {
        guard items.indices.contains(place), items[place].isSelectable else { return false }
        cursor = place
        clamp(height: height)
        return true
    }

    /// Puts the cursor on the next line, in that direction, whose words match.
    mutating func moveToMatch(forward: Bool, height: Int) -> Bool {
        let before = cursor
        let count = items.count
        guard count > 0 else { return false }
        for step in 1...count {
            let place = ((cursor + (forward ? step : -step)) % count + count) % count
            guard items[place].isSelectable, !find.matches(in: items[place].searchText).isEmpty else { continue }
            cursor = place
            clamp(height: height)
            return cursor != before
        }
        return false
    }

    /// Puts the cursor on a variable; false if there is none of that name.
    mutating func select(variable name: String, height: Int) -> Bool {
        let place = items.firstIndex { item in
            if case .variable(let variable, _, _) = item { return variable.name == name }
            return false
        }
        guard let place else { return false }
        cursor = place
        clamp(height: height)
        return true
    }

    mutating func find(_ text: String) {
        find = ListFilter(text)
    }

    /// Keeps the cursor on the screen, and the head of the page when the cursor is at its first line.
    mutating func clamp(height: Int) {
        let height = max(1, height)
        cursor = max(0, min(cursor, items.count - 1))
        top = min(max(top, cursor - height + 1), cursor)
        if let first = items.firstIndex(where: \.isSelectable), cursor == first, cursor < height { top = 0 }
        top = max(0, min(top, items.count - height))
    }
}

extension DetailItem {
    /// Whether both are the line of the same variable.
    fileprivate func isVariable(_ other: DetailItem) -> Bool {
        guard case .variable(let one, _, _) = self, case .variable(let two, _, _) = other else { return false }
        return one.name == two.name
    }
}
