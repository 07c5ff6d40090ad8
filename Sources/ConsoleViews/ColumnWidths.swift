/// How columns share the room of a row.
enum ColumnWidths {
    /// A last column that is the widest has the words, and gives way first; then the widest, down to what all of them can
    /// have. What cannot be shared is the first's.
    ///
    /// - Parameters:
    ///   - columns: what each needs.
    ///   - room: for all of them and one column of space between any two.
    static func fitted(_ columns: [Int], into room: Int) -> [Int] {
        var columns = columns
        if let last = columns.last, last > 12, last == columns.max() {
            let excess = columns.reduce(0, +) + columns.count - 1 - room
            columns[columns.count - 1] = max(12, last - max(0, excess))
        }
        var left = room - (columns.count - 1)
        guard columns.reduce(0, +) > left else { return columns }
        let rising = columns.sorted()
        for (place, width) in rising.enumerated() {
            let share = left / (rising.count - place)
            guard width > share else {
                left -= width
                continue
            }
            let cap = max(4, share)
            var extra = share < 4 ? 0 : left % (rising.count - place)
            return columns.map { column in
                guard column > cap else { return column }
                defer { extra -= 1 }
                return extra > 0 ? cap + 1 : cap
            }
        }
        return columns
    }
}
