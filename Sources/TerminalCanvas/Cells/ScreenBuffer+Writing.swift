extension ScreenBuffer {
    /// Draws text on one row from `column` on, at most `width` columns (nil: to the right margin), and returns
    /// the columns used. Wide characters are never split. A line feed is not obeyed but named, as every
    /// other control is.
    @discardableResult
    public func write(
        _ text: String, row: Int, column: Int, width: Int? = nil, role: StyleRole = .text,
        attributes: TextAttributes = [], clipping: Clipping = .cut
    ) -> Int {
        var scalars = text.unicodeScalars.makeIterator()
        return draw(
            row: row, column: column, width: width, style: Cell(base: 0x20, role: role, attributes: attributes),
            clipping: clipping, placer: CellPlacer()
        ) { scalars.next() }
    }

    /// Draws text right-aligned in its place; what is too wide is clipped at its end.
    @discardableResult
    public func writeRight(
        _ text: String, row: Int, column: Int, width: Int, role: StyleRole = .text, attributes: TextAttributes = [],
        clipping: Clipping = .cut
    ) -> Int {
        let start = column + max(0, width - TextWidth.of(text))
        let used = write(
            text, row: row, column: start, width: column + width - start, role: role, attributes: attributes,
            clipping: clipping)
        return start - column + used
    }

    /// Draws scalars that are part of a value, as they come from the closure until it returns nil. The
    /// cells are marked sensitive. Returns the columns used.
    @discardableResult
    public func writeScalars(
        row: Int, column: Int, width: Int? = nil, role: StyleRole = .revealed, attributes: TextAttributes = [],
        clipping: Clipping = .cut, next: () -> Unicode.Scalar?
    ) -> Int {
        var placer = CellPlacer()
        placer.namesVariations = true
        return draw(
            row: row, column: column, width: width,
            style: Cell(base: 0x20, role: role, attributes: attributes, isSensitive: true), clipping: clipping,
            placer: placer, next: next)
    }

    private func draw(
        row: Int, column: Int, width: Int?, style: Cell, clipping: Clipping, placer: CellPlacer,
        next: () -> Unicode.Scalar?
    ) -> Int {
        guard contains(row: row), column >= 0, column < columns else { return 0 }
        let end = column + max(0, min(width ?? columns, columns - column))
        var placer = placer
        var position = column
        var opened: Int?
        var overflowed = false
        while !overflowed, let scalar = next() {
            placer.place(scalar) { placed in
                guard !overflowed else { return }
                switch placed {
                case .cell(let base, let columns):
                    guard position + columns <= end else {
                        overflowed = true
                        return
                    }
                    var cell = style
                    cell.base = base
                    cell.width = UInt8(columns)
                    put(cell, row: row, column: position)
                    opened = position
                    position += columns
                case .mark(let mark):
                    if let opened { self[row, opened].add(mark: mark) }
                }
            }
        }
        guard overflowed, clipping == .ellipsis, end > column else { return position - column }
        if position == end {
            position = end - 1
            if self[row, position].width == 0 { position -= 1 }
        }
        var sign = style
        sign.base = glyphs.ellipsis.value
        put(sign, row: row, column: position)
        return position + 1 - column
    }
}
