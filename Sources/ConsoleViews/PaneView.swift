import ConsoleViewModels
import TerminalCanvas

/// The title of a pane: a row of its own, or part of its frame.
enum PaneView {
    /// Draws frame or title row. `right` stands at the right end where there is room for it.
    static func draw(
        _ pane: ConsoleLayout.Pane, title: String, right: String = "", rightRole: StyleRole = .muted,
        of model: ConsoleModel, into buffer: ScreenBuffer
    ) {
        let area = pane.area
        let hasFocus = ConsoleLayout.paneKind(of: model.screen) == pane.kind
        if pane.isFramed {
            let number = pane.kind.number.map { "\($0) " } ?? ""
            buffer.box(
                area, role: hasFocus ? .borderFocus : .border, title: number + title,
                titleRole: hasFocus ? .borderFocus : .title)
            let used = TextWidth.of(number + title) + 6
            let width = TextWidth.of(right)
            if !right.isEmpty, used + width + 4 <= area.columns {
                buffer.write(
                    " \(right) ", row: area.row, column: area.column + area.columns - width - 4, role: rightRole)
            }
        } else {
            var line = Line(buffer, row: area.row, column: 1, end: buffer.columns - 1)
            line.put(title, .title)
            line.putRight(right, rightRole)
        }
    }

    /// The sign of the selected line, and the whole line in the role of the selection.
    static func select(_ area: ScreenArea, row: Int, isFocused: Bool, into buffer: ScreenBuffer) {
        buffer.write(buffer.sign(.cursor), row: row, column: area.column + 1, role: .selection)
        guard isFocused else { return }
        buffer.setRole(.selection, row: row, columns: area.column..<area.column + area.columns)
        buffer.cursor = CursorPosition(row: row, column: area.column + 1)
    }
}
