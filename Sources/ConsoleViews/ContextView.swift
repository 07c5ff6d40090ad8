import ConsoleViewModels
import TerminalCanvas

/// Who and where the console is, and its modes.
enum ContextView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        PaneView.draw(pane, title: "Context", of: model, into: buffer)
        let area = pane.content
        for (offset, fact) in facts(of: model).enumerated() where offset < area.rows {
            var line = Line(
                buffer, row: area.row + offset, column: area.column + 1, end: area.column + area.columns - 1)
            line.put(fact.0, width: area.columns < 40 ? 9 : 14, .muted)
            line.put(fact.1, fact.2)
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
