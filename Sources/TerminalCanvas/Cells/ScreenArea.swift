/// A rectangle of cells. Rows and columns count from 0 at the top left.
public struct ScreenArea: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public var rows: Int
    public var columns: Int

    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }

    /// What is left inside a frame of the given thickness; never negative.
    public func inset(rows: Int = 1, columns: Int = 1) -> ScreenArea {
        ScreenArea(
            row: row + rows, column: column + columns, rows: max(0, self.rows - 2 * rows),
            columns: max(0, self.columns - 2 * columns))
    }
}
