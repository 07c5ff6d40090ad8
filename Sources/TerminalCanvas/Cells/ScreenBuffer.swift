import CScrub

/// A screen of cells that views draw into and a terminal paints from.
///
/// Drawing outside of it is cut off, never an error: a view need not know how small the window is. The
/// cells live in one block that is overwritten before it is given back.
public final class ScreenBuffer {
    public private(set) var rows: Int
    public private(set) var columns: Int
    /// Where the hardware cursor stands; nil hides it.
    public var cursor: CursorPosition?
    /// What frames, lines and the ellipsis are drawn with.
    public var glyphs: GlyphSet

    private var cells: UnsafeMutableBufferPointer<Cell>

    /// A blank screen. Negative sizes count as 0.
    public init(rows: Int, columns: Int, glyphs: GlyphSet = .unicode) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
        self.glyphs = glyphs
        cells = .allocate(capacity: self.rows * self.columns)
        cells.initialize(repeating: .blank())
    }

    deinit {
        scrub()
        cells.deallocate()
    }

    /// The cell at a place, which must be on the screen.
    public subscript(row: Int, column: Int) -> Cell {
        get { cells[index(row, column)] }
        set { cells[index(row, column)] = newValue }
    }

    /// The cells of one row, for painting and comparing.
    public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        precondition(row >= 0 && row < rows)
        return body(UnsafeBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns]))
    }

    /// Overwrites every cell, sensitive ones included, and hides the cursor.
    public func wipe() {
        scrub()
        cells.update(repeating: .blank())
        cursor = nil
    }

    /// Blanks the screen for the next frame. The same as ``wipe()``: a frame leaves nothing behind.
    public func clear() { wipe() }

    /// Takes another size, blank. The old cells are overwritten first.
    public func resize(rows: Int, columns: Int) {
        scrub()
        cells.deallocate()
        self.rows = max(0, rows)
        self.columns = max(0, columns)
        cells = .allocate(capacity: self.rows * self.columns)
        cells.initialize(repeating: .blank())
        cursor = nil
    }

    /// Takes over cells and cursor of a screen of the same size.
    public func copy(from other: ScreenBuffer) {
        precondition(rows == other.rows && columns == other.columns)
        _ = cells.update(from: other.cells)
        cursor = other.cursor
    }

    /// Whether any cell shows a part of a value.
    public var hasSensitiveCells: Bool { cells.contains { $0.isSensitive } }

    func contains(row: Int) -> Bool { row >= 0 && row < rows }

    /// Puts a cell and, for a wide one, its right half; halves of other wide cells that it cuts become blanks.
    func put(_ cell: Cell, row: Int, column: Int) {
        let place = index(row, column)
        let width = Int(cell.width)
        if cells[place].width == 0, column > 0 { cells[place - 1] = .blank(cells[place - 1].role) }
        let next = place + width
        if column + width < columns, cells[next].width == 0 { cells[next] = .blank(cells[next].role) }
        cells[place] = cell
        if width == 2 {
            var half = cell
            half.base = 0
            half.mark1 = 0
            half.mark2 = 0
            half.mark3 = 0
            half.width = 0
            cells[place + 1] = half
        }
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns)
        return row * columns + column
    }

    private func scrub() {
        guard let start = cells.baseAddress else { return }
        cscrub_wipe(start, cells.count * MemoryLayout<Cell>.stride)
    }
}
