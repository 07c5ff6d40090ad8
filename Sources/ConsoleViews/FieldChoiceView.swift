import ConsoleViewModels
import Inventory
import TerminalCanvas

/// The fields of a JSON secret, all closed.
enum FieldChoiceView {
    static func draw(
        _ choice: FieldChoice, state: String, model: ConsoleModel, above box: ScreenArea?, into buffer: ScreenBuffer
    ) {
        let foot = box?.row ?? max(1, buffer.rows - 4)
        let visible = max(1, min(max(1, choice.fields.count), buffer.rows / 3, foot - 4))
        let area = ScreenArea(
            row: max(1, foot - visible - 2), column: 2, rows: visible + 2, columns: max(0, buffer.columns - 4))
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: "\(choice.title)  JSON, \(choice.fields.count) fields  (\(state))")
        let inside = area.inset()
        let top = max(0, min(choice.cursor - visible + 1, choice.fields.count - visible))
        for offset in 0..<visible where choice.fields.indices.contains(top + offset) {
            let field = choice.fields[top + offset]
            let row = inside.row + offset
            var line = Line(buffer, row: row, column: inside.column + 3, end: inside.column + inside.columns - 1)
            line.put(field.name, width: max(8, inside.columns / 2))
            line.skip(1)
            line.put(buffer.mask, .masked)
            line.put(" \(field.size.rawValue)", .muted)
            if top + offset == choice.cursor { PaneView.select(inside, row: row, isFocused: true, into: buffer) }
        }
        if choice.fields.isEmpty {
            buffer.write("an empty object: no fields", row: inside.row, column: inside.column + 2, role: .muted)
        }
    }
}
