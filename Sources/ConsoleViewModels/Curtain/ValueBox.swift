import TerminalCanvas

/// Where a shown value is drawn and how many of its lines fit.
public struct ValueBox: Sendable, Equatable {
    /// The whole box, frame included.
    public let area: ScreenArea
    /// Columns a line of the value has: inside the frame, a blank and the sign of a wrapped line left free.
    public let lineWidth: Int
    /// Lines of the value at that width.
    public let lineCount: Int
    /// How many of them fit at once.
    public let visibleLines: Int

    /// The box for a value in a window of that size, below a list of so many fields.
    public init(value: ShownValue, columns: Int, rows: Int, fields: Int) {
        let width = max(8, columns - 8)
        lineWidth = width
        var lines = 0
        value.bytes.read { bytes in lines = ValueLines.count(in: bytes, form: value.form, width: width) }
        lineCount = lines
        // The header, a line of the pane and the foot of the screen stay free.
        let room = max(1, rows - 9 - (fields > 0 ? min(fields, rows / 3) + 2 : 0))
        visibleLines = min(max(1, lineCount), room)
        let height = visibleLines + 2
        area = ScreenArea(row: max(1, rows - 4 - height), column: 2, rows: height, columns: max(0, columns - 4))
    }
}
