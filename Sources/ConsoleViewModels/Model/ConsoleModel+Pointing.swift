import Inventory
import TerminalCanvas

/// Choosing a line that is on the screen directly: by the mouse, or by its number in line mode.
extension ConsoleModel {
    /// - Parameters:
    ///   - line: counted from the first visible one of the pane.
    ///   - opens: whether it is opened too, as enter does.
    mutating func point(_ pane: ConsoleLayout.PaneKind, line: Int, opens: Bool) {
        guard overlay == .none, layout.pane(pane) != nil else { return }
        if case .asking = curtain { return }
        closeCurtain(.moved)
        focus(pane)
        guard line >= 0 else { return }
        switch screen {
        case .list(let kind):
            let target = list(kind).top + line
            guard target < list(kind).shown.count else { return }
            moveList(by: target - list(kind).cursor)
        case .detail(let reference):
            let height = layout.height(of: .detail)
            guard let top = details[reference]?.top, details[reference]?.move(to: top + line, height: height) == true
            else { return }
        case .report(let topic):
            let height = layout.height(of: pane)
            guard let top = reports[topic]?.top else { return }
            if reports[topic]?.move(to: top + line, height: height) == true { lookAhead() }
        case .commandLog: _ = log.move(to: log.top + line, height: layout.height(of: .log))
        case .resources: resourcesCursor = min(ResourceKind.allCases.count - 1, line)
        case .context, .firstRun: return
        }
        if opens { perform(.open, orRefuse: keyContext) }
    }

    /// A press of the mouse: the line under it, if there is one; that line once more opens it.
    mutating func click(row: Int, column: Int) {
        guard
            let pane = layout.panes.first(where: { pane in
                (pane.area.row..<pane.area.row + pane.area.rows).contains(row)
                    && (pane.area.column..<pane.area.column + pane.area.columns).contains(column)
            })
        else { return }
        let head = pane.kind == .list || pane.kind == .log ? 1 : 0
        let line = row - pane.content.row - head
        // Its frame or title only brings the pane forward.
        guard line >= 0, line < layout.height(of: pane.kind) else { return point(pane.kind, line: -1, opens: false) }
        let isThere = ConsoleLayout.paneKind(of: screen) == pane.kind && selectedLine == line
        point(pane.kind, line: line, opens: isThere)
    }

    /// Where the cursor is, counted from the first visible line of its pane.
    private var selectedLine: Int? {
        switch screen {
        case .list(let kind): list(kind).cursor - list(kind).top
        case .detail(let reference): details[reference].map { $0.cursor - $0.top }
        case .report(let topic): reports[topic].map { $0.cursor - $0.top }
        case .commandLog: log.cursor - log.top
        case .resources: resourcesCursor
        case .context, .firstRun: nil
        }
    }

    private mutating func focus(_ pane: ConsoleLayout.PaneKind) {
        guard ConsoleLayout.paneKind(of: screen) != pane else { return }
        switch pane {
        case .resources: visit(.resources)
        case .context: visit(.context)
        case .list: visit(.list(kind))
        case .detail: perform(.detailPane)
        case .log: visit(.commandLog)
        case .pulses: visit(.report(.pulses))
        case .plan: visit(.report(.plan))
        case .timeline: visit(.report(.timeline))
        case .report, .firstRun: break
        }
    }
}
