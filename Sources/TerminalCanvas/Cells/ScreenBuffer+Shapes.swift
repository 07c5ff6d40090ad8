extension ScreenBuffer {
    /// Fills an area with one character (a blank by default) in a role. What is outside the screen is left out.
    public func fill(_ area: ScreenArea, role: StyleRole, with character: Unicode.Scalar = " ") {
        let shown = visible(area)
        let cell = cell(for: character, role: role)
        for row in shown.row..<shown.row + shown.rows {
            for column in shown.column..<shown.column + shown.columns { put(cell, row: row, column: column) }
        }
    }

    /// Draws a frame along the edge of the area and, on its upper edge, a title. The inside stays as it is.
    public func box(
        _ area: ScreenArea, role: StyleRole = .border, title: String? = nil, titleRole: StyleRole = .title
    ) {
        guard area.rows >= 2, area.columns >= 2 else { return }
        let bottom = area.row + area.rows - 1
        let right = area.column + area.columns - 1
        hline(row: area.row, column: area.column, width: area.columns, role: role)
        hline(row: bottom, column: area.column, width: area.columns, role: role)
        vline(row: area.row, column: area.column, height: area.rows, role: role)
        vline(row: area.row, column: right, height: area.rows, role: role)
        dot(glyphs.topLeft, area.row, area.column, role)
        dot(glyphs.topRight, area.row, right, role)
        dot(glyphs.bottomLeft, bottom, area.column, role)
        dot(glyphs.bottomRight, bottom, right, role)
        guard let title, area.columns > 6 else { return }
        let room = area.columns - 6
        dot(" ", area.row, area.column + 2, role)
        let used = write(
            title, row: area.row, column: area.column + 3, width: room, role: titleRole, clipping: .ellipsis)
        dot(" ", area.row, area.column + 3 + used, role)
    }

    /// A line from `column` to the right. Joined, its ends touch the sides of a frame.
    public func hline(row: Int, column: Int, width: Int, role: StyleRole = .border, joined: Bool = false) {
        fill(ScreenArea(row: row, column: column, rows: 1, columns: width), role: role, with: glyphs.horizontal)
        guard joined, width >= 2 else { return }
        dot(glyphs.teeLeft, row, column, role)
        dot(glyphs.teeRight, row, column + width - 1, role)
    }

    /// A line from `row` downwards.
    public func vline(row: Int, column: Int, height: Int, role: StyleRole = .border) {
        fill(ScreenArea(row: row, column: column, rows: height, columns: 1), role: role, with: glyphs.vertical)
    }

    /// Gives the cells of a row another role and leaves what they show: the selection.
    public func setRole(_ role: StyleRole, row: Int, columns range: Range<Int>) {
        guard contains(row: row) else { return }
        for column in range.clamped(to: 0..<columns) { self[row, column].role = role }
    }

    private func visible(_ area: ScreenArea) -> ScreenArea {
        let top = max(0, min(area.row, rows))
        let left = max(0, min(area.column, columns))
        let bottom = max(top, min(area.row + max(0, area.rows), rows))
        let right = max(left, min(area.column + max(0, area.columns), columns))
        return ScreenArea(row: top, column: left, rows: bottom - top, columns: right - left)
    }

    /// Only scalars of one column can fill; anything else becomes a blank.
    private func cell(for character: Unicode.Scalar, role: StyleRole) -> Cell {
        var placer = CellPlacer()
        var result = Cell.blank(role)
        var count = 0
        placer.place(character) { placed in
            count += 1
            if case .cell(let base, width: 1) = placed { result.base = base }
        }
        return count == 1 ? result : .blank(role)
    }

    private func dot(_ character: Unicode.Scalar, _ row: Int, _ column: Int, _ role: StyleRole) {
        guard contains(row: row), column >= 0, column < columns else { return }
        put(cell(for: character, role: role), row: row, column: column)
    }
}
