import ConsoleViewModels
import TerminalCanvas

/// The row above the footer: what just happened, or the words that the line under the cursor has no room for. What one
/// row cannot hold takes the rows above it.
enum MessageView {
    private static let mostRows = 5

    static func draw(_ model: ConsoleModel, row: Int, into buffer: ScreenBuffer) {
        if let message = model.message {
            let text = model.shown(message.text)
            switch message.severity {
            case .information: write(text, .text, lastRow: row, into: buffer)
            case .warning: write("\(buffer.sign(.stale)) \(text)", .stale, lastRow: row, into: buffer)
            case .failure: write("\(buffer.sign(.failed)) \(text)", .failed, lastRow: row, into: buffer)
            }
        } else if model.showsCrumbs {
            write(
                model.crumbs.map { model.shown($0.name) }.joined(separator: " > "), .muted, lastRow: row, into: buffer)
        } else if let words = model.clippedWords {
            write(model.shown(words), .muted, lastRow: row, into: buffer)
        } else if let call = model.log.lines.last, model.layout.pane(.log) == nil {
            let target = model.share.isOn ? "" : call.target.map { " \($0)" } ?? ""
            let result = call.status == 0 ? "no answer" : call.code.isEmpty ? "\(call.status)" : call.code
            var line = Line(buffer, row: row, column: 1, end: buffer.columns - 1)
            line.put(
                "[last] \(WallTime(call.started).toSecond) \(call.operation)\(target) \(result)",
                call.code.isEmpty ? .muted : .failed)
        }
    }

    private static func write(_ text: String, _ role: StyleRole, lastRow: Int, into buffer: ScreenBuffer) {
        let width = buffer.columns - 2
        let lines = TextWidth.of(text) <= width ? [text] : Paragraph.lines(text, width: width)
        // Nothing but spaces has no lines.
        guard !lines.isEmpty else { return }
        let first = lastRow - min(lines.count, mostRows) + 1
        for row in first...lastRow {
            var line = Line(buffer, row: row, column: 1, end: buffer.columns - 1)
            if row < lastRow {
                buffer.fill(ScreenArea(row: row, column: 0, rows: 1, columns: buffer.columns), role: .text)
            }
            // Should even these rows not do, the last one says so by its end.
            let isCut = row == lastRow && lines.count > mostRows
            line.put(isCut ? lines[(mostRows - 1)...].joined(separator: " ") : lines[row - first], role)
        }
    }
}
