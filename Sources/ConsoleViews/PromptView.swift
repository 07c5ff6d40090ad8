import ConsoleViewModels
import TerminalCanvas

/// The last row: what is being typed, the share banner, or the colon.
enum PromptView {
    static func draw(_ model: ConsoleModel, row: Int, into buffer: ScreenBuffer) {
        switch model.overlay {
        case .filter(let field, _): draw(field, after: "/", row: row, into: buffer)
        case .command(let prompt): draw(prompt.field, after: ":", ghost: prompt.ghost, row: row, into: buffer)
        case .leaveShare(let field, let problem):
            let words = problem ?? "type LEAVE to end share mode"
            draw(field, after: "\(words): ", row: row, into: buffer)
        case .help(let help) where help.isSearching: draw(help.search, after: "/", row: row, into: buffer)
        case .none, .help, .sortMenu, .menu, .confirm, .form:
            if model.share.isOn {
                drawBanner(model, row: row, into: buffer)
            } else if case .asking = model.curtain {
                return
            } else {
                buffer.write(":", row: row, column: 0, role: .muted)
            }
        }
    }

    static func draw(
        _ field: TextField, after label: String, ghost: String = "", row: Int, into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: row)
        line.put(label, .prompt)
        let before = String(field.characters[..<field.cursor])
        let after = String(field.characters[field.cursor...])
        // A long line scrolls so that the cursor stays visible.
        line.put(tail(before, columns: max(1, line.room - 1)), .prompt)
        buffer.cursor = CursorPosition(row: row, column: line.column)
        line.put(after, .prompt)
        line.put(ghost, .muted)
    }

    /// The end of a text that fits into so many columns.
    static func tail(_ text: String, columns: Int) -> String {
        var kept: [Character] = []
        var used = 0
        for character in text.reversed() {
            let width = TextWidth.of(String(character))
            guard used + width <= columns else { break }
            used += width
            kept.append(character)
        }
        return String(kept.reversed())
    }

    private static func drawBanner(_ model: ConsoleModel, row: Int, into buffer: ScreenBuffer) {
        buffer.fill(ScreenArea(row: row, column: 0, rows: 1, columns: buffer.columns), role: .shareBanner)
        var line = Line(buffer, row: row, column: 1, end: buffer.columns - 16)
        switch model.share {
        case .on(let reason): line.put("SHARE MODE (\(reason)) - press S then type LEAVE to end", .shareBanner)
        case .leaving: line.put("SHARE MODE - leaving once that is recorded", .shareBanner)
        case .off: break
        }
        var right = Line(buffer, row: row, column: buffer.columns - 16, end: buffer.columns - 1)
        right.putRight("\(WallTime(model.now.wall).toMinute)  MASKED", .shareBanner)
    }
}
