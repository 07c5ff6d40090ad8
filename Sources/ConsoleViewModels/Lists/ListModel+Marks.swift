import Inventory

/// Rows that were picked out, to act on many at once. Marks survive a filter and a refresh.
extension ListModel {
    /// The marked rows that are there, in the order in which they arrived.
    public var markedRows: [ResourceRow] {
        marked.isEmpty ? [] : rows.filter { marked.contains($0.common.reference) }
    }

    mutating func toggleMark() {
        guard let reference = selected?.common.reference else { return }
        if marked.remove(reference) == nil { marked.insert(reference) }
        lastMark = reference
    }

    /// From the row that was marked last to the cursor.
    mutating func markRange() {
        guard let here = selected?.common.reference else { return }
        let start = shown.firstIndex { rows[Int($0)].common.reference == lastMark } ?? cursor
        for position in min(start, cursor)...max(start, cursor) {
            marked.insert(rows[Int(shown[position])].common.reference)
        }
        lastMark = here
    }

    mutating func clearMarks() {
        marked = []
        lastMark = nil
    }
}
