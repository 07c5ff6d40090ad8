import ConsoleViewModels
import TerminalCanvas

/// The keys and commands, from their tables.
enum HelpView {
    static func draw(_ help: HelpModel, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let area = ScreenArea(
            row: 1, column: 0, rows: max(0, model.layout.messageRow - 1), columns: buffer.columns)
        buffer.fill(area, role: .text)
        let search = help.search.isEmpty ? "" : "  search: \(help.search.text)"
        buffer.box(area, role: .borderFocus, title: "Keys here\(search)")
        let inside = area.inset(rows: 1, columns: 2)
        let lines = help.lines(of: model.keys, columns: buffer.columns)
        for offset in 0..<inside.rows {
            guard lines.indices.contains(help.top + offset) else { break }
            draw(lines[help.top + offset], inside, row: inside.row + offset, into: buffer)
        }
        if lines.isEmpty {
            buffer.write("nothing matches", row: inside.row, column: inside.column, role: .muted)
        }
    }

    private static func draw(_ line: HelpModel.Line, _ area: ScreenArea, row: Int, into buffer: ScreenBuffer) {
        var place = Line(buffer, row: row, column: area.column, end: area.column + area.columns)
        switch line {
        case .title(let title): place.put(title, .title)
        case .entry(let head, let sentence, let applies):
            place.put(head, width: HelpModel.headWidth - 1, applies ? .keyHint : .muted)
            place.skip(1)
            place.put(sentence, applies ? .text : .muted)
        case .rest(let sentence):
            place.skip(HelpModel.headWidth)
            place.put(sentence)
        }
    }
}
