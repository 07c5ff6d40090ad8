import ConsoleViewModels
import TerminalCanvas

/// The question before a reveal: what, who, where, what is recorded, and why.
enum NoteDialogView {
    private static let width = 75
    private static let height = 14

    static func draw(_ dialog: NoteDialog, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let area = ScreenArea(
            row: max(2, (buffer.rows - height) / 2 - 1), column: max(0, (buffer.columns - width) / 2), rows: height,
            columns: width)
        if buffer.columns < 120 {
            let rows = max(0, model.layout.messageRow - 2)
            buffer.fill(ScreenArea(row: 2, column: 0, rows: rows, columns: buffer.columns), role: .text)
        }
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: "Reveal one value")
        let inside = area.inset(rows: 1, columns: 3)
        let facts = dialog.facts.isEmpty ? "" : "   (\(dialog.facts))"
        let lines: [(String, String)] = [
            ("What", dialog.title + facts), ("Who", who(model)),
            ("Where", "this terminal only; hidden again after \(model.settings.revealSeconds) s or on any move"),
            ("Records", "the audit file keeps who, what, why and the AWS request id,"), ("", "never the value"),
            ("", ""), ("Why", "(required)")
        ]
        for (offset, fact) in lines.enumerated() {
            var line = Line(
                buffer, row: inside.row + offset, column: inside.column, end: inside.column + inside.columns)
            line.put(fact.0, width: 9, .muted)
            line.put(fact.1, .surface)
        }
        drawNote(dialog, inside: inside, row: inside.row + lines.count, into: buffer)
        drawButtons(dialog, model: model, inside: inside, row: inside.row + lines.count + 3, into: buffer)
        drawWarnings(dialog, model: model, below: area, into: buffer)
    }

    private static func who(_ model: ConsoleModel) -> String {
        switch model.identity {
        case .known(let identity):
            identity.arn.split(separator: identity.account, omittingEmptySubsequences: false)
                .joined(separator: HeaderView.shortened(identity.account))
        case .unknown: "not known yet"
        case .failed: "not known: AWS did not say"
        }
    }

    private static func drawNote(_ dialog: NoteDialog, inside: ScreenArea, row: Int, into buffer: ScreenBuffer) {
        let width = inside.columns
        let isFocused = dialog.focus == .note
        buffer.fill(ScreenArea(row: row, column: inside.column, rows: 1, columns: width), role: .prompt)
        buffer.write("[", row: row, column: inside.column, role: isFocused ? .borderFocus : .border)
        buffer.write("]", row: row, column: inside.column + width - 1, role: isFocused ? .borderFocus : .border)
        let before = PromptView.tail(String(dialog.note.characters[..<dialog.note.cursor]), columns: width - 3)
        var line = Line(buffer, row: row, column: inside.column + 1, end: inside.column + width - 1)
        line.put(before, .prompt)
        if isFocused { buffer.cursor = CursorPosition(row: row, column: line.column) }
        line.put(String(dialog.note.characters[dialog.note.cursor...]), .prompt)
        if let problem = dialog.problem {
            buffer.write(
                "\(buffer.sign(.stale)) \(problem)", row: row + 1, column: inside.column, width: width, role: .stale)
        }
    }

    private static func drawButtons(
        _ dialog: NoteDialog, model: ConsoleModel, inside: ScreenArea, row: Int, into buffer: ScreenBuffer
    ) {
        ConfirmationView.drawButton(
            "Cancel", dialog.focus == .cancel, row: row, column: inside.column + 8, into: buffer)
        ConfirmationView.drawButton(
            "Reveal for \(model.settings.revealSeconds) s", dialog.focus == .reveal, row: row,
            column: inside.column + 36,
            into: buffer)
    }

    private static func drawWarnings(
        _ dialog: NoteDialog, model: ConsoleModel, below area: ScreenArea, into buffer: ScreenBuffer
    ) {
        guard let warning = model.settings.terminalWarning else { return }
        let row = area.row + area.rows
        buffer.fill(ScreenArea(row: row, column: 0, rows: 1, columns: buffer.columns), role: .text)
        buffer.write(
            "\(buffer.sign(.stale)) \(warning)", row: row, column: area.column, width: buffer.columns - area.column,
            role: .stale, clipping: .ellipsis)
    }
}
