import ConsoleViewModels
import Inventory
import TerminalCanvas

/// A report: its lines in columns that are as wide as they need to be.
enum ReportView {
    static func draw(
        _ topic: ReportTopic, of model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer
    ) {
        let report = model.report(topic)
        let isFocused = model.screen == .report(topic)
        PaneView.draw(
            pane, title: model.shown(topic.title), right: right(of: report, model: model), of: model, into: buffer)
        let area = pane.content
        guard let report, !report.items.isEmpty else {
            buffer.write(
                model.shown(model.askedAt[topic] == nil ? topic.nothing : topic.whileAsked),
                row: area.row + (pane.isFramed ? 0 : 1), column: area.column + 3,
                width: max(0, area.columns - 4), role: .muted, clipping: .ellipsis)
            return
        }
        let widths = report.widths.map { ColumnWidths.fitted($0, into: area.columns - 4) }
        for offset in 0..<area.rows {
            let index = report.top + offset
            guard report.items.indices.contains(index) else { break }
            let row = area.row + offset
            draw(report.items[index], widths: widths, model: model, row: row, area: area, into: buffer)
            MatchView.mark(report.find, row: row, columns: area.column..<area.column + area.columns, into: buffer)
            if index == report.cursor, report.items[index].isSelectable, isFocused {
                PaneView.select(area, row: row, isFocused: true, into: buffer)
            }
        }
    }

    private static func right(of report: ReportModel?, model: ConsoleModel) -> String {
        guard let report else { return "" }
        if let remark = report.report?.remark, !remark.isEmpty {
            // Whoever waits sees that something goes on.
            let calls = model.askedAt[report.topic].map { model.log.total - $0 } ?? 0
            return calls > 0 ? "\(remark) \(calls) calls" : remark
        }
        let waiting = report.topic.lists.filter { model.list($0).state == .loading }
        return waiting.isEmpty ? "" : "loading \(waiting.map(\.plural).joined(separator: ", "))..."
    }

    private static func draw(
        _ item: ReportModel.Item, widths: [[Int]], model: ConsoleModel, row: Int, area: ScreenArea,
        into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: row, column: area.column + 1, end: area.column + area.columns - 1)
        switch item {
        case .blank: break
        case .title(let title): line.put(model.shown(title).uppercased(), .title)
        case .heads(let heads, let section):
            line.skip(2)
            for (head, width) in zip(heads, widths[section]) {
                line.put(head, width: width, .title)
                line.skip(1)
            }
        case .line(let content, let section):
            line.skip(2)
            guard !content.isProse else {
                line.skip(2 * content.depth)
                for cell in content.cells {
                    draw(cell, width: min(cell.width, line.room), model: model, &line)
                    line.skip(1)
                }
                return
            }
            for (place, width) in (widths[section]).enumerated() where content.cells.indices.contains(place) {
                let indent = place == 0 ? 2 * content.depth : 0
                line.skip(indent)
                draw(content.cells[place], width: width - indent, model: model, &line)
                line.skip(1)
            }
        case .problem(let problem):
            line.skip(2)
            line.put("\(buffer.sign(.failed)) \(model.shown(problem.line))", .failed)
        }
    }

    private static func draw(_ cell: Report.Cell, width: Int, model: ConsoleModel, _ line: inout Line) {
        switch cell {
        case .text(let text, let role): line.put(model.shown(text), width: width, role)
        case .counts(let counts, let role):
            line.put(CountsView.text(counts.suffix(width), in: line.buffer.glyphs), width: width, role)
        case .bar(let part, let whole, let role):
            let filled = part == 0 ? 0 : whole > 0 ? max(1, min(width, part * width / whole)) : 0
            line.put(String(repeating: line.buffer.glyphs == .unicode ? "■" : "#", count: filled), role)
            line.put(String(repeating: line.buffer.glyphs == .unicode ? "·" : ".", count: width - filled), .muted)
        }
    }
}
