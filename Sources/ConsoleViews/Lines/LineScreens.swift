import ConsoleViewModels
import Inventory
import TerminalCanvas

/// Each screen as lines. A number stands before what can be chosen.
enum LineScreens {
    static func lines(of model: ConsoleModel) -> [String] {
        switch model.screen {
        case .resources:
            LineView.numbered(ResourceKind.allCases.map { count(of: model.list($0)) }, title: "Lists")
        case .context: ["Context:"] + ContextView.facts(of: model).map { "\($0.0): \($0.1)" }
        case .list(let kind): list(model.list(kind), model)
        case .detail(let reference): detail(reference, model)
        case .commandLog: log(model)
        case .report(let topic): report(topic, model)
        case .firstRun: FirstRunView.lines(of: model)
        }
    }

    private static func count(of list: ListModel) -> String {
        switch list.state {
        case .unasked: "\(list.kind.plural), not asked for yet"
        case .loading: "\(list.kind.plural), loading, \(list.arrived) so far"
        case .whole: "\(list.kind.plural), \(list.rows.count)"
        case .failed: "\(list.kind.plural), failed, \(list.rows.count) are here"
        }
    }

    private static func list(_ list: ListModel, _ model: ConsoleModel) -> [String] {
        let height = model.layout.height(of: .list)
        let last = min(list.shown.count, list.top + height)
        var head = "\(count(of: list)), sorted by \(list.order.column.word)\(list.order.descending ? ", falling" : "")"
        if list.filter != .none { head += ", filtered by \(list.filterText): \(list.shown.count)" }
        if !list.shown.isEmpty { head += "; \(list.top + 1) to \(last)" }
        if !list.marked.isEmpty { head += "; \(list.marked.count) marked" }
        var lines = [head + ":"]
        for place in list.top..<max(list.top, last) {
            guard let row = list.shownRow(place) else { continue }
            let mark = list.marked.contains(row.common.reference) ? ", marked" : ""
            lines.append("\(place - list.top + 1). \(words(of: row, model))\(mark)")
        }
        if last < list.shown.count { lines.append("more: \(list.shown.count - last) follow.") }
        if case .failed(let problem, _) = list.state { lines.append("Failed: \(model.shown(problem.line))") }
        return lines
    }

    /// The name, and what the columns say that say something.
    private static func words(of row: ResourceRow, _ model: ConsoleModel) -> String {
        let cells = model.columns(of: row.kind, wide: model.isWide).dropFirst().compactMap { column -> String? in
            let cell = column.cell(of: row, wall: model.now.wall)
            return ["", "-", "0", "?"].contains(cell.text) ? nil : "\(column.word) \(cell.text)"
        }
        return ([model.shown(row.common.name)] + cells).joined(separator: ", ")
    }

    private static func detail(_ reference: Reference, _ model: ConsoleModel) -> [String] {
        guard let detail = model.detail(reference) else { return ["\(model.title(of: reference)):"] }
        let state =
            switch detail.state {
            case .glimpsed, .loading: ", loading"
            case .whole: ""
            case .failed: ", failed"
            }
        var lines = ["\(model.title(of: reference))\(state):"]
        for (offset, item) in detail.items.dropFirst(detail.top).prefix(model.layout.height(of: .detail)).enumerated() {
            guard let words = words(of: item, model) else { continue }
            lines.append(item.isSelectable ? "\(offset + 1). \(words)" : words)
        }
        let rest = detail.items.count - detail.top - model.layout.height(of: .detail)
        if rest > 0 { lines.append("more: \(rest) lines follow.") }
        return lines
    }

    private static func words(of item: DetailItem, _ model: ConsoleModel) -> String? {
        switch item {
        case .facts(let facts): return facts.map { "\($0.label): \(model.shown($0.text))" }.joined(separator: ", ")
        case .title(let title): return "\(title):"
        case .variablesTitle: return "Environment variables:"
        case .variable(let variable, _, let others):
            let target = variable.of.map { ", leads to \($0.text)" }
            let size = model.share.isOn ? "" : ", \(variable.size.rawValue)"
            return variable.name + (target ?? ", closed\(size)") + ", \(variable.source.words)"
                + (others > 0 ? ", the same value in \(others) more" : "")
        case .value: return "value, closed"
        case .line(let line):
            let tone = line.tone == .plain || line.tone == .past ? "" : " (\(line.tone.rawValue))"
            let label = line.label.isEmpty ? "" : "\(line.label)\(tone): "
            return label + model.shown(line.text) + (line.link == nil ? "" : ", can be opened")
        case .problem(let problem): return "Failed: \(model.shown(problem.line))"
        case .blank: return nil
        }
    }

    private static func report(_ topic: ReportTopic, _ model: ConsoleModel) -> [String] {
        guard let report = model.report(topic), !report.items.isEmpty else {
            let words = model.askedAt[topic] == nil ? model.shown(topic.nothing) : "asking..."
            return ["\(model.shown(topic.title)): \(words)"]
        }
        let height = model.layout.height(of: ConsoleLayout.paneKind(of: model.screen))
        var lines = ["\(model.shown(topic.title)):"]
        for (offset, item) in report.items.dropFirst(report.top).prefix(height).enumerated() {
            switch item {
            case .line, .problem:
                lines.append(
                    "\(offset + 1). \(model.shown(item.words))" + (item.link == nil ? "" : ", can be opened"))
            case .title(let title): lines.append("\(model.shown(title)):")
            case .heads, .blank: break
            }
        }
        let rest = report.items.count - report.top - height
        return rest > 0 ? lines + ["more: \(rest) lines follow."] : lines
    }

    private static func log(_ model: ConsoleModel) -> [String] {
        let log = model.log
        let height = model.layout.height(of: .log)
        return ["Command log, \(log.total) calls:"]
            + log.lines.dropFirst(log.top).prefix(height).map { call in
                let result = call.status == 0 ? "no answer" : call.code.isEmpty ? "\(call.status)" : call.code
                let target = model.share.isOn ? "" : call.target.map { " on \($0)" } ?? ""
                let time = WallTime(call.started).toSecond
                return "\(time) \(call.operation)\(target): \(result), \(Int(call.milliseconds.rounded())) ms"
            }
    }
}
