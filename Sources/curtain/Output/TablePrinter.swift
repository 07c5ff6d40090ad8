import ForeignText
import TerminalCanvas

/// Aligned columns. The widths come from the rows of the first batch; a later cell that is wider pushes its
/// own line aside, so that a long list streams in constant memory.
struct TablePrinter {
    private let titles: [String]
    private let alignments: [Bool]
    private let bold: Bool
    private var widths: [Int]?

    /// `rightAligned` says of each column whether its cells stand on the right.
    init(titles: [String], rightAligned: [Bool], bold: Bool) {
        self.titles = titles
        self.alignments = rightAligned
        self.bold = bold
    }

    /// The lines of a batch; the first has the header in front.
    mutating func lines(_ batch: [[String]]) -> String {
        let rows = batch.map { $0.map(ForeignText.visible) }
        var result = ""
        if widths == nil {
            widths = titles.indices.map { column in
                rows.reduce(TextWidth.of(titles[column])) { max($0, TextWidth.of($1[column])) }
            }
            let header = line(titles)
            result += bold ? "\u{1B}[1m\(header)\u{1B}[0m\n" : header + "\n"
        }
        for row in rows { result += line(row) + "\n" }
        return result
    }

    private func line(_ cells: [String]) -> String {
        var result = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: max(0, (widths?[column] ?? 0) - TextWidth.of(cell)))
            let isLast = column == cells.count - 1
            result += alignments[column] ? padding + cell : isLast ? cell : cell + padding
            if !isLast { result += "  " }
        }
        return result
    }
}
