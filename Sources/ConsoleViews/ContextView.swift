import ConsoleViewModels
import TerminalCanvas

/// Who and where the console is, and its modes. A value longer than the pane is wide takes the rows that are left over.
enum ContextView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        PaneView.draw(pane, title: "Context", of: model, into: buffer)
        let area = pane.content
        let facts = facts(of: model)
        let (first, end) = (area.column + 1, area.column + area.columns - 1)
        let names = area.columns < 40 ? 9 : 14
        var spare = max(0, area.rows - facts.count)
        var row = area.row
        for (name, value, role) in facts where row < area.row + area.rows {
            let lines = Paragraph.lines(value, width: end - first - names)
            let more = min(max(0, lines.count - 1), spare)
            spare -= more
            for index in 0...more {
                var line = Line(buffer, row: row, column: first, end: end)
                line.put(index == 0 ? name : "", width: names, .muted)
                // What even these rows do not hold ends in the ellipsis.
                line.put(index == more ? lines.dropFirst(index).joined(separator: " ") : lines[index], role)
                row += 1
            }
        }
    }

    static func facts(of model: ConsoleModel) -> [(String, String, StyleRole)] {
        let settings = model.settings
        var facts: [(String, String, StyleRole)] = [
            ("profile", settings.profile ?? "none", .text), ("region", settings.region, .text)
        ]
        if let endpoint = settings.endpoint { facts.append(("endpoint", endpoint, .stale)) }
        switch model.identity {
        case .unknown: facts.append(("identity", "asking...", .running))
        case .failed(let problem): facts.append(("identity", problem.line, .failed))
        case .known(let identity):
            let isShared = model.share.isOn
            facts.append(("account", isShared ? HeaderView.hidden(identity.account) : identity.account, .text))
            facts.append(("arn", isShared ? "hidden in share mode" : identity.arn, .text))
            if let end = identity.credentialsEnd { facts.append(("creds end", WallTime(end).dayAndMinute, .text)) }
        }
        facts += [
            ("ro", model.isReadOnly ? "on" : "off", model.isReadOnly ? .readOnly : .text),
            ("share", model.share.isOn ? "on" : "off", .text),
            ("reveal", "\(settings.revealSeconds) s", .text), ("idle", "\(settings.idleSeconds) s", .text),
            ("incident", model.share.isOn ? "hidden" : model.incident ?? "none", .text)
        ]
        if !settings.auditPath.isEmpty { facts.append(("audit", settings.auditPath, .audit)) }
        return facts
    }
}
