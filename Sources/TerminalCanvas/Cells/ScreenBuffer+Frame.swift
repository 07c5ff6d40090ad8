extension ScreenBuffer {
    /// A row as text. Cells that show a part of a value appear as `▒`, so that no value ever becomes a
    /// `String` by way of a screen dump.
    public func text(row: Int) -> String {
        var scalars = String.UnicodeScalarView()
        withRow(row) { cells in
            for cell in cells where cell.width > 0 {
                if cell.isSensitive {
                    for _ in 0..<cell.width { scalars.append("▒") }
                    continue
                }
                for value in [cell.base, cell.mark1, cell.mark2, cell.mark3] where value != 0 {
                    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
                }
            }
        }
        return String(scalars)
    }

    /// The screen as text: a line a row, blanks at the end of a line left out.
    public var text: String {
        (0..<rows).map { row in
            var line = text(row: row)
            while line.last == " " { line.removeLast() }
            return line
        }
        .joined(separator: "\n")
    }

    /// What each part of a row means: `header 0-79 bold`, only where it is more than plain text or background.
    public func roles(row: Int) -> String {
        var runs: [(cell: Cell, first: Int, last: Int)] = []
        for column in 0..<columns {
            let cell = self[row, column]
            if let run = runs.last, run.cell.role == cell.role, run.cell.attributes == cell.attributes,
                run.cell.isSensitive == cell.isSensitive, run.last == column - 1
            {
                runs[runs.count - 1].last = column
            } else {
                runs.append((cell, column, column))
            }
        }
        return runs.filter { run in
            !([.background, .text].contains(run.cell.role) && run.cell.attributes.isEmpty && !run.cell.isSensitive)
        }
        .map { run in
            var words = ["\(run.cell.role)", "\(run.first)-\(run.last)"]
            if !run.cell.attributes.isEmpty { words.append(run.cell.attributes.names.joined(separator: "+")) }
            if run.cell.isSensitive { words.append("sensitive") }
            return words.joined(separator: " ")
        }
        .joined(separator: ", ")
    }

    /// The whole screen for a golden test: its text, then a line for each row that has roles.
    public var frame: String {
        var lines = [text, "--- roles"]
        for row in 0..<rows {
            let runs = roles(row: row)
            if !runs.isEmpty { lines.append("\(row): \(runs)") }
        }
        if let cursor { lines.append("cursor \(cursor.row) \(cursor.column)") }
        return lines.joined(separator: "\n")
    }
}

extension TextAttributes {
    /// The attributes by name, in the words of a theme file.
    public var names: [String] {
        TextAttributes.named.filter { contains($0.attribute) }.map(\.name)
    }

    /// Every attribute with the word a theme file has for it.
    public static let named: [(name: String, attribute: TextAttributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse)
    ]
}
