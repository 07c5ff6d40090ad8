import ConsoleViewModels
import TerminalCanvas

/// A short list over the screen.
enum ChoiceMenuView {
    static func draw(_ menu: ChoiceMenu, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let visible = max(1, min(menu.entries.count, model.layout.messageRow - 6))
        let area = ScreenArea(row: 3, column: 4, rows: visible + 2, columns: min(60, buffer.columns - 8))
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: menu.title)
        let inside = area.inset()
        let top = max(0, min(menu.cursor - visible + 1, menu.entries.count - visible))
        for offset in 0..<visible where menu.entries.indices.contains(top + offset) {
            let entry = menu.entries[top + offset]
            let row = inside.row + offset
            var line = Line(buffer, row: row, column: inside.column + 3, end: inside.column + inside.columns - 1)
            if let isOn = entry.isOn { line.put(isOn ? "[x] " : "[ ] ", isOn ? .surface : .muted) }
            line.put(entry.text, entry.isOn == false ? .muted : .surface)
            if !entry.remark.isEmpty { line.put("  \(entry.remark)", .muted) }
            if top + offset == menu.cursor { PaneView.select(inside, row: row, isFocused: true, into: buffer) }
        }
    }
}
