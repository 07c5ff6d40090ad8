import ConsoleViewModels
import Inventory
import TerminalCanvas

/// The four lists and what is in them.
enum ResourcesView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        PaneView.draw(pane, title: "Resources", of: model, into: buffer)
        let area = pane.content
        for (offset, kind) in ResourceKind.allCases.enumerated() where offset < area.rows {
            let list = model.list(kind)
            let row = area.row + offset
            var line = Line(buffer, row: row, column: area.column + 3, end: area.column + min(area.columns, 40))
            line.put(kind.plural, width: 11)
            let (count, role) = count(of: list)
            line.put(count, width: max(0, min(8, line.room - 1)), role, right: true)
            if offset == model.resourcesCursor {
                PaneView.select(area, row: row, isFocused: model.screen == .resources, into: buffer)
            }
        }
    }

    private static func count(of list: ListModel) -> (String, StyleRole) {
        switch list.state {
        case .unasked: ("-", .muted)
        case .loading: ("\(list.rows.count)+", .running)
        case .whole: ("\(list.rows.count)", .text)
        case .failed: (list.rows.isEmpty ? "failed" : "\(list.rows.count)!", .failed)
        }
    }
}
