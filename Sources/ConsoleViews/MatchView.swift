import ConsoleViewModels
import TerminalCanvas

/// Marks what a filter or a search found, in the cells that are drawn already.
enum MatchView {
    /// Marks the matches on a row between two columns. Cells of a value are never looked at.
    static func mark(_ filter: ListFilter, row: Int, columns: Range<Int>, into buffer: ScreenBuffer) {
        guard filter != .none, row >= 0, row < buffer.rows else { return }
        var text = ""
        var places: [Int] = []
        for column in columns.clamped(to: 0..<buffer.columns) {
            let cell = buffer[row, column]
            guard cell.width > 0, !cell.isSensitive, let scalar = Unicode.Scalar(cell.base) else { continue }
            // A base that would join the one before to one character gets none of its own.
            let count = text.count
            text.unicodeScalars.append(scalar)
            if text.count > count { places.append(column) }
        }
        guard text.lowercased().count == places.count else { return }
        for match in filter.matches(in: text) {
            for column in places[match] {
                buffer[row, column].role = .searchMatch
                buffer[row, column].attributes.insert(.underline)
            }
        }
    }
}
