import ConsoleViewModels
import Inventory
import TerminalCanvas

/// A list: heads, the visible rows, and why it is empty or not whole.
enum ListView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        let list = model.list(model.kind)
        let area = pane.content
        let height = max(0, area.rows - 1)
        let (right, role) = state(of: list, wall: model.now.wall)
        PaneView.draw(
            pane, title: title(of: list, height: height), right: right, rightRole: role, of: model, into: buffer)
        let columns = columns(of: model, width: area.columns)
        drawHead(columns, order: list.order, area: area, into: buffer)
        for offset in 0..<height {
            guard let row = list.shownRow(list.top + offset) else { break }
            draw(
                row, columns: columns, list: list, wall: model.now.wall, area: area, at: area.row + 1 + offset,
                into: buffer)
            if list.marked.contains(row.common.reference) {
                buffer.write(
                    buffer.sign(.mark), row: area.row + 1 + offset, column: area.column + 2, role: .borderFocus)
            }
            if list.top + offset == list.cursor {
                PaneView.select(area, row: area.row + 1 + offset, isFocused: model.screen.isList, into: buffer)
            }
        }
        drawRemark(of: list, model: model, area: area, into: buffer)
    }

    private static func title(of list: ListModel, height: Int) -> String {
        let name = String(list.kind.plural.prefix(1).uppercased() + list.kind.plural.dropFirst())
        var title = name
        if !list.shown.isEmpty {
            title += " \(list.top + 1)-\(min(list.shown.count, list.top + height))/\(list.shown.count)"
        }
        if !list.marked.isEmpty { title += "  marked \(list.marked.count)" }
        if list.filter != .none { title += " of \(list.rows.count)  filter:\(list.filterText)" }
        return title + "  sort:\(list.order.column.rawValue) \(list.order.descending ? "^" : "v")"
    }

    private static func state(of list: ListModel, wall: Double) -> (String, StyleRole) {
        switch list.state {
        case .unasked: ("", .muted)
        case .loading: (list.arrived == 0 ? "loading..." : "loading... \(list.arrived) so far", .running)
        case .whole(let at): (list.isSorting ? "sorting..." : "as of \(WallTime(at).toMinute)", .muted)
        case .failed: (list.rows.isEmpty ? "failed" : "failed: not all are here", .failed)
        }
    }

    /// The columns and the widths they get; the most dispensable go where there is no room.
    private static func columns(of model: ConsoleModel, width: Int) -> [(ListColumn, Int)] {
        let all = model.columns(of: model.kind, wide: model.isWide || width >= 140)
        var room = width - 4 - 24
        var chosen: Set<ListColumn> = []
        // What ctrl-w asked for has the first claim.
        let narrow = Set(ListColumn.columns(of: model.kind, wide: false))
        func rank(_ column: ListColumn) -> Int {
            // What was chosen goes from the right where there is no room.
            if model.hasChosenColumns { return all.firstIndex(of: column) ?? 0 }
            return model.isWide && !narrow.contains(column) ? 0 : column.dispensability
        }
        for column in all.dropFirst().sorted(by: { rank($0) < rank($1) })
        where room >= column.width + 1 {
            room -= column.width + 1
            chosen.insert(column)
        }
        return all.compactMap { column in
            if column == .name { return (column, 24 + room) }
            return chosen.contains(column) ? (column, column.width) : nil
        }
    }

    private static func drawHead(
        _ columns: [(ListColumn, Int)], order: SortOrder, area: ScreenArea, into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: area.row, column: area.column + 3, end: area.column + area.columns)
        for (column, width) in columns {
            line.put(
                column.rawValue, width: width, column == order.column ? .keyHint : .title, right: column.isRightAligned)
            line.skip(1)
        }
    }

    private static func draw(
        _ row: ResourceRow, columns: [(ListColumn, Int)], list: ListModel, wall: Double, area: ScreenArea,
        at place: Int,
        into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: place, column: area.column + 3, end: area.column + area.columns)
        for (column, width) in columns {
            let cell = column.cell(of: row, wall: wall)
            let start = line.column
            line.put(cell.text, width: width, cell.role, right: column.isRightAligned)
            if list.filter.looksAt(column) {
                MatchView.mark(list.filter, row: place, columns: start..<line.column, into: buffer)
            }
            line.skip(1)
        }
    }

    /// Why there is nothing, or not everything.
    private static func drawRemark(of list: ListModel, model: ConsoleModel, area: ScreenArea, into buffer: ScreenBuffer)
    {
        func say(_ text: String, _ role: StyleRole, row: Int) {
            var line = Line(buffer, row: row, column: area.column + 3, end: area.column + area.columns - 1)
            line.put(text, role)
        }
        let first = area.row + 2
        switch list.state {
        case .failed(let problem, _):
            if list.rows.isEmpty {
                ProblemView.draw(problem, row: first, column: area.column + 3, width: area.columns - 4, into: buffer)
            } else {
                let last = area.row + area.rows - 1
                buffer.fill(ScreenArea(row: last, column: area.column, rows: 1, columns: area.columns), role: .text)
                say("\(buffer.sign(.failed)) \(problem.line)", .failed, row: last)
            }
        case .loading: if list.rows.isEmpty { say("asking AWS for the \(list.kind.plural)...", .running, row: first) }
        case .unasked: say("not asked for yet", .muted, row: first)
        case .whole:
            if list.rows.isEmpty {
                say("there are no \(list.kind.plural) in \(model.settings.region)", .muted, row: first)
            }
        }
        if !list.rows.isEmpty, list.shown.isEmpty {
            say("nothing matches \(list.filterText)  (esc drops the filter)", .muted, row: first)
        }
    }
}
