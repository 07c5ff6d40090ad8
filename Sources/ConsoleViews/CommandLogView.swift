import ConsoleViewModels
import TerminalCanvas

/// Every AWS call: time, operation, target, result, duration, request id.
enum CommandLogView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        let log = model.log
        PaneView.draw(
            pane, title: "Command log", right: "\(log.total) calls, arguments never shown", of: model, into: buffer)
        let area = pane.content
        var head = Line(buffer, row: area.row, column: area.column + 3, end: area.column + area.columns - 1)
        let widths = widths(area)
        for (name, width) in zip(["TIME", "OPERATION", "TARGET", "RESULT", "MS", "REQUEST"], widths) {
            head.put(name, width: width, .title, right: name == "MS")
            head.skip(1)
        }
        let height = max(0, area.rows - 1)
        let isFocused = model.screen == .commandLog
        let top = isFocused ? log.top : max(0, log.lines.count - height)
        for offset in 0..<height {
            let index = top + offset
            guard log.lines.indices.contains(index) else { break }
            let row = area.row + 1 + offset
            draw(log.lines[index], model: model, widths: widths, row: row, area: area, into: buffer)
            MatchView.mark(log.find, row: row, columns: area.column..<area.column + area.columns, into: buffer)
            if isFocused, index == log.cursor { PaneView.select(area, row: row, isFocused: true, into: buffer) }
        }
        if log.lines.isEmpty {
            buffer.write("no call was made yet", row: area.row + 1, column: area.column + 3, role: .muted)
        }
    }

    private static func widths(_ area: ScreenArea) -> [Int] {
        let rest = area.columns - 4 - 9 - 15 - 6 - 5
        let operation = max(20, min(44, rest * 4 / 10))
        let request = area.columns >= 120 ? 38 : 10
        return [9, operation, max(8, rest - operation - request), 15, 6, request]
    }

    private static func draw(
        _ call: CallLine, model: ConsoleModel, widths: [Int], row: Int, area: ScreenArea, into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: row, column: area.column + 3, end: area.column + area.columns - 1)
        let role: StyleRole = call.code.isEmpty && call.status != 0 ? .text : .failed
        let result = call.status == 0 ? "no answer" : call.code.isEmpty ? "\(call.status)" : call.code
        let target = model.share.isOn ? "" : call.target ?? ""
        let cells: [(String, StyleRole)] = [
            (WallTime(call.started).toSecond, .muted), (call.operation, .text), (target, .text), (result, role),
            (String(Int(call.milliseconds.rounded())), .muted), (call.requestID, .muted)
        ]
        for (index, (text, role)) in cells.enumerated() {
            line.put(text, width: widths[index], role, right: index == 4)
            line.skip(1)
        }
    }
}
