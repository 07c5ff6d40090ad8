import Inventory
import TerminalCanvas

/// Incidents: the list, and the timeline of the attached one. In share mode titles, notes and targets stay out of both.
extension Report {
    private static let hidden = "(hidden in share mode)"

    static func incidents(_ entries: [IncidentEntry], attached: String?, isShared: Bool, wall: Double) -> Report {
        var doing = [
            Line([.text("Open a new incident", .keyHint)], link: .incident(.open), isProse: true)
        ]
        if let attached {
            doing.append(Line([.text("Detach \(attached)", .keyHint)], link: .incident(.detach), isProse: true))
            doing.append(Line([.text("Close \(attached)", .keyHint)], link: .incident(.close), isProse: true))
            doing.append(
                Line(
                    [.text("Watch its old credentials for 30 minutes", .keyHint)], link: .incident(.watch),
                    isProse: true))
        }
        let lines = entries.map { entry in
            Line(
                [
                    .text(entry.id, .link), .text(entry.severity.isEmpty ? "-" : entry.severity),
                    .text(
                        entry.id == attached ? "attached" : entry.isOpen ? "open" : "closed",
                        entry.isOpen ? .stale : .muted),
                    .text(entry.opened.map { Age.words(seconds: wall - $0) } ?? "-", .muted), .text("\(entry.lines)"),
                    .text("\(entry.todos)"), .text(isShared ? hidden : entry.title)
                ], link: .incident(.attach(entry.id)))
        }
        return Report(
            [
                Section("", lines: doing),
                Section("", heads: ["INCIDENT", "SEV", "STATE", "AGE", "LINES", "TODO", "TITLE"], lines: lines)
            ].filter { !$0.lines.isEmpty }, remark: "enter attaches")
    }

    static func timeline(
        _ sheet: IncidentSheet, only source: IncidentSheet.Source?, isShared: Bool
    ) -> Report {
        let wanted = sheet.lines.filter { source == nil || $0.source == source }
        let title = isShared ? hidden : sheet.title
        let head = Line(
            [
                .text(sheet.id, .incident), .text(sheet.severity, .danger), .text(title),
                .text(sheet.isOpen ? "" : "closed", .muted)
            ].filter { $0 != .text("", .muted) && $0 != .text("", .danger) }, link: .incident(.list), isProse: true)
        let todos = sheet.todos.map { todo in
            Line(
                [
                    .text(todo.id, .muted), .text(isShared ? hidden : todo.text),
                    .text(todo.owner.isEmpty || isShared ? "" : "(\(todo.owner))", .muted)
                ], link: .incident(.todoDone(todo.id)))
        }
        let contained = sheet.contained.map { item in
            Line(
                [
                    .text(item.id, .muted), .text(item.action), .text(isShared ? hidden : item.reference, .link),
                    .text(item.state, item.canBeUndone ? .stale : .ok)
                ], link: item.canBeUndone ? .incident(.undo(item.id)) : nil)
        }
        let lines = wanted.map { line in
            Line(
                [
                    .text(WallTime(line.time).toSecond + (line.isEstimated ? "~" : " "), .muted),
                    .text(line.source.rawValue, line.source == .human ? .audit : .muted), .text(line.actor, .muted),
                    .text(isShared ? "\(line.action) \(hidden)" : line.words, line.role), .text(line.id, .muted)
                ], link: isShared ? nil : line.about.map { .thing($0) })
        }
        let filtered = source.map { "only \($0.rawValue)  " } ?? ""
        return Report(
            [
                Section("", lines: [head]), Section("Still to do", lines: todos),
                Section("Contained", lines: contained),
                Section("", heads: ["TIME", "SRC", "WHO", "EVENT", ""], lines: lines)
            ].filter { !$0.lines.isEmpty },
            remark: "\(filtered)chain\(sheet.chains == 1 ? "" : "s") OK (\(sheet.lines.count))")
    }
}

extension IncidentSheet.Line {
    fileprivate var role: StyleRole {
        switch action {
        case "decision": .title
        case "todo": .stale
        default: action.hasPrefix("contain") ? .danger : action.hasPrefix("reveal") ? .revealed.quiet : .text
        }
    }
}

extension StyleRole {
    /// A badge is too loud for a whole line.
    fileprivate var quiet: StyleRole { self == .revealed ? .audit : self }
}
