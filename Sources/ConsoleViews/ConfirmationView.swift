import ConsoleViewModels
import TerminalCanvas

/// A question whose answer is no unless somebody says yes on purpose.
enum ConfirmationView {
    static func draw(_ confirmation: Confirmation, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let width = min(75, buffer.columns - 4)
        let lines = confirmation.lines.flatMap { Paragraph.lines(model.shown($0), width: width - 8) }
        let height = lines.count + 5
        let area = ScreenArea(
            row: max(2, (buffer.rows - height) / 2 - 1), column: (buffer.columns - width) / 2, rows: height,
            columns: width)
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: model.shown(confirmation.title))
        let inside = area.inset(rows: 1, columns: 3)
        var row = inside.row
        for text in lines {
            buffer.write(text, row: row, column: inside.column, width: inside.columns, role: .surface)
            row += 1
        }
        drawButton("No", confirmation.focus == .no, row: row + 1, column: inside.column + 8, into: buffer)
        drawButton(
            confirmation.verb, confirmation.focus == .yes, row: row + 1, column: inside.column + 24, into: buffer)
    }

    static func drawButton(_ words: String, _ isFocused: Bool, row: Int, column: Int, into buffer: ScreenBuffer) {
        let text = isFocused ? "< \(words) >" : "[ \(words) ]"
        buffer.write(text, row: row, column: column, role: isFocused ? .selection : .surface)
        if isFocused { buffer.cursor = CursorPosition(row: row, column: column) }
    }
}
