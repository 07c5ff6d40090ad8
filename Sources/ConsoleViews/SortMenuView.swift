import ConsoleViewModels
import TerminalCanvas

/// The columns to sort by.
enum SortMenuView {
    static func draw(_ menu: SortMenu, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let order = model.list(model.kind).order
        let area = ScreenArea(row: 3, column: 4, rows: menu.columns.count + 2, columns: 30)
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: "Sort by")
        let inside = area.inset()
        for (offset, column) in menu.columns.enumerated() where offset < inside.rows {
            let row = inside.row + offset
            var line = Line(buffer, row: row, column: inside.column + 3, end: inside.column + inside.columns)
            line.put(column.rawValue.lowercased(), .surface)
            if column == order.column { line.put(order.descending ? "  falling" : "  rising", .muted) }
            if offset == menu.cursor { PaneView.select(inside, row: row, isFocused: true, into: buffer) }
        }
    }
}
