import ConsoleViewModels
import Inventory
import TerminalCanvas

/// Everything about one thing but its value.
enum DetailView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        guard let reference = model.shownDetail else {
            PaneView.draw(pane, title: "Detail", of: model, into: buffer)
            return
        }
        guard let detail = model.detail(reference) else {
            PaneView.draw(pane, title: model.title(of: reference), of: model, into: buffer)
            return
        }
        let (right, role) = state(of: detail)
        PaneView.draw(
            pane, title: title(of: reference, in: pane, model: model), right: right, rightRole: role, of: model,
            into: buffer)
        let area = pane.content
        let columns = DetailItemView.columns(detail.items, in: area, of: buffer)
        for offset in 0..<area.rows {
            let index = detail.top + offset
            guard detail.items.indices.contains(index) else { break }
            let row = area.row + offset
            DetailItemView.draw(
                detail.items[index], columns: columns, model: model, area: area, row: row, into: buffer)
            MatchView.mark(detail.find, row: row, columns: area.column..<area.column + area.columns, into: buffer)
            if index == detail.cursor, detail.items[index].isSelectable {
                PaneView.select(area, row: row, isFocused: model.screen.isDetail, into: buffer)
            }
        }
        if detail.items.isEmpty {
            buffer.write("asking AWS...", row: area.row + 1, column: area.column + 3, role: .running)
        }
    }

    private static func title(of reference: Reference, in pane: ConsoleLayout.Pane, model: ConsoleModel) -> String {
        let name = model.title(of: reference)
        guard !pane.isFramed, let kind = reference.listKind else { return name }
        return "\(kind.plural.prefix(1).uppercased())\(kind.plural.dropFirst()) > \(name)"
    }

    private static func state(of detail: DetailModel) -> (String, StyleRole) {
        switch detail.state {
        case .glimpsed: ("", .muted)
        case .loading: ("loading...", .running)
        case .whole(let at): ("as of \(WallTime(at).toMinute)", .muted)
        case .failed: ("failed", .failed)
        }
    }
}
