import TerminalCanvas

/// A place on one row that text is put into from left to right.
struct Line {
    let buffer: ScreenBuffer
    let row: Int
    private(set) var column: Int
    let end: Int

    init(_ buffer: ScreenBuffer, row: Int, column: Int = 0, end: Int? = nil) {
        self.buffer = buffer
        self.row = row
        self.column = column
        self.end = min(end ?? buffer.columns, buffer.columns)
    }

    var room: Int { max(0, end - column) }

    /// Puts text; what does not fit ends in the ellipsis.
    mutating func put(_ text: String, _ role: StyleRole = .text, attributes: TextAttributes = []) {
        guard room > 0 else { return }
        column += buffer.write(
            text, row: row, column: column, width: room, role: role, attributes: attributes, clipping: .ellipsis)
    }

    /// Puts text into a place of that many columns.
    mutating func put(_ text: String, width: Int, _ role: StyleRole = .text, right: Bool = false) {
        let width = min(width, room)
        guard width > 0 else { return }
        if right {
            buffer.writeRight(text, row: row, column: column, width: width, role: role, clipping: .ellipsis)
        } else {
            buffer.write(text, row: row, column: column, width: width, role: role, clipping: .ellipsis)
        }
        column += width
    }

    /// Leaves columns free.
    mutating func skip(_ columns: Int) {
        column = min(end, column + columns)
    }

    /// Puts text at the right end, if it does not touch what is there.
    mutating func putRight(_ text: String, _ role: StyleRole = .text) {
        let width = TextWidth.of(text)
        guard width + 1 <= room else { return }
        buffer.write(text, row: row, column: end - width, role: role)
    }
}

extension ScreenBuffer {
    /// The sign of a state.
    func sign(_ glyph: ThemeGlyph) -> String {
        switch glyphs {
        case .unicode: glyph.standard.unicode
        case .ascii: glyph.standard.ascii
        }
    }

    /// A closed value: always eight cells, whatever it is.
    var mask: String { sign(.masked) }
}
