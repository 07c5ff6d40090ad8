import ConsoleViewModels
import TerminalCanvas

/// A few questions over the screen, each on a line of its own; a choice has a line for each answer.
enum FormView {
    private static let width = 76
    private static let labels = 12

    static func draw(_ form: Form, of model: ConsoleModel, into buffer: ScreenBuffer) {
        let width = min(Self.width, buffer.columns - 4)
        let lines = form.lines.flatMap { Paragraph.lines(model.shown($0), width: width - 6) }
        let fields = form.shown
        // Where not every answer has room, only the question that is asked shows all of its own.
        let isTight = fields.map { Self.height(of: $0) }.reduce(0, +) > buffer.rows - 10
        let heights = fields.map { isTight && form.focus != .field($0.name) ? 1 : Self.height(of: $0) }
        let questions = heights.reduce(0, +)
        let room = max(0, buffer.rows - questions - 9)
        let words = Array(lines.prefix(isTight ? room : max(1, room)))
        let height = words.count + questions + 5
        let area = ScreenArea(
            row: max(1, (buffer.rows - height) / 2 - 1), column: (buffer.columns - width) / 2, rows: height,
            columns: width)
        buffer.fill(area, role: .surface)
        buffer.box(area, role: form.isDangerous ? .danger : .borderFocus, title: model.shown(form.title))
        let inside = area.inset(rows: 1, columns: 3)
        for (offset, text) in words.enumerated() {
            buffer.write(
                text, row: inside.row + offset, column: inside.column, width: inside.columns, role: .surface)
        }
        var row = inside.row + words.count
        if let problem = form.problem {
            buffer.write(
                "\(buffer.sign(.stale)) \(model.shown(problem))", row: row, column: inside.column,
                width: inside.columns, role: .stale, clipping: .ellipsis)
        }
        row += 1
        for (field, height) in zip(fields, heights) {
            draw(field, of: form, inside: inside, row: row, height: height, into: buffer)
            row += height
        }
        ConfirmationView.drawButton(
            "Cancel", form.focus == .cancel, row: row + 1, column: inside.column + 8, into: buffer)
        ConfirmationView.drawButton(
            form.verb, form.focus == .submit, row: row + 1, column: inside.column + 28, into: buffer)
        if form.hasOptions {
            ConfirmationView.drawButton(
                form.showsOptions ? "Back (ctrl-o)" : "Options (ctrl-o)", form.focus == .turn, row: row + 1,
                column: inside.column + 47, into: buffer)
        }
    }

    private static func height(of field: Form.Field) -> Int {
        switch field.content {
        case .choice(let words, _): words.count
        case .text, .hidden: 1
        }
    }

    private static func draw(
        _ field: Form.Field, of form: Form, inside: ScreenArea, row: Int, height: Int,
        into buffer: ScreenBuffer
    ) {
        let isFocused = form.focus == .field(field.name)
        let label = max(labels, TextWidth.of(field.label) + 1)
        let start = inside.column + min(label, inside.columns / 2)
        let end = inside.column + inside.columns
        buffer.write(
            field.label, row: row, column: inside.column, width: start - inside.column - 1,
            role: isFocused ? .keyHint : .muted, clipping: .ellipsis)
        switch field.content {
        case .choice(let words, let chosen):
            if height < words.count {
                let word = chosen.map { "(x) \($0 + 1) \(words[$0]), of \(words.count)" } ?? "( ) of \(words.count)"
                buffer.write(
                    word, row: row, column: start, width: end - start, role: .surface, clipping: .ellipsis)
                return
            }
            for (place, word) in words.enumerated() {
                let sign = place == chosen ? "(x)" : "( )"
                buffer.write(
                    "\(sign) \(place + 1) \(word)", row: row + place, column: start, width: end - start,
                    role: isFocused && (place == chosen || chosen == nil) ? .keyHint : .surface, clipping: .ellipsis)
            }
            if isFocused { buffer.cursor = CursorPosition(row: row + (chosen ?? 0), column: start + 1) }
        case .text(let text): draw(text, hint: field.hint, isFocused, row: row, start..<end, into: buffer)
        case .hidden(let text):
            buffer.fill(ScreenArea(row: row, column: start, rows: 1, columns: end - start), role: .prompt)
            // The same for whatever was typed: its length is part of the value.
            let words = text.isEmpty ? field.hint : buffer.mask
            buffer.write(
                words, row: row, column: start, width: end - start, role: text.isEmpty ? .muted : .prompt)
            if isFocused {
                buffer.cursor = CursorPosition(row: row, column: start + (text.isEmpty ? 0 : TextWidth.of(buffer.mask)))
            }
        }
    }

    private static func draw(
        _ text: TextField, hint: String, _ isFocused: Bool, row: Int, _ columns: Range<Int>, into buffer: ScreenBuffer
    ) {
        buffer.fill(ScreenArea(row: row, column: columns.lowerBound, rows: 1, columns: columns.count), role: .prompt)
        var line = Line(buffer, row: row, column: columns.lowerBound, end: columns.upperBound)
        if text.isEmpty {
            if isFocused { buffer.cursor = CursorPosition(row: row, column: columns.lowerBound) }
            line.put(hint, .muted)
            return
        }
        line.put(PromptView.tail(String(text.characters[..<text.cursor]), columns: columns.count - 1), .prompt)
        if isFocused { buffer.cursor = CursorPosition(row: row, column: line.column) }
        line.put(String(text.characters[text.cursor...]), .prompt)
    }
}
