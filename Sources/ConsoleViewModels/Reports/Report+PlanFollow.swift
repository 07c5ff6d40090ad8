import Inventory
import TerminalCanvas

/// A run while it goes: panel 6.
extension Report {
    static func following(_ follow: PlanFollow, isStopping: Bool, wall: Double) -> Report {
        var head = [
            Line(
                [
                    .text("\(follow.command.words) \(follow.id)", .title), .text(follow.subject.text, .link),
                    .text(state(of: follow, isStopping: isStopping), role(of: follow, isStopping: isStopping))
                ] + (follow.ended == nil && !isStopping ? [.text("ctrl-c stops it", .muted)] : []),
                link: .report(.planSheet(follow.id)), isProse: true)
        ]
        if let words = follow.ended?.words, !words.isEmpty {
            head.append(Line([.text(words, .stale)], link: .report(.planSheet(follow.id)), isProse: true))
        }
        let rows = follow.rows.map { row in
            Line(
                [
                    .text(row.name), .text(row.state.rawValue, row.state.role), .text(seconds(of: row, follow, wall)),
                    .text(row.step), .text(row.undo > 0 ? "\(row.undo) ready" : "-", row.undo > 0 ? .ok : .muted),
                    .text(row.words, .muted)
                ], link: .thing(row.reference))
        }
        let undo = follow.undo.isEmpty ? "nothing is changed yet" : follow.undo
        let foot = [
            Line([.text("undo now:", .title), .text(undo)], isProse: true),
            Line(
                [
                    .text("safe to stop:", .title),
                    .text(
                        follow.ended != nil || follow.safeToStop ? "yes" : "no, not before the next step is over",
                        follow.ended != nil || follow.safeToStop ? .ok : .danger)
                ], isProse: true)
        ]
        let time = Age.clock(seconds: (follow.ended?.at ?? wall) - follow.began)
        let wave = follow.wave.isEmpty || follow.ended != nil ? "" : "\(follow.wave)  "
        return Report(
            [
                Section("", lines: head),
                Section("", heads: ["NAME", "STATE", "TIME", "STEP", "UNDO", ""], lines: rows), Section("", lines: foot)
            ], remark: "\(wave)step \(follow.done)/\(follow.of)  \(time)")
    }

    private static func state(of follow: PlanFollow, isStopping: Bool) -> String {
        if let ended = follow.ended { return ended.state.rawValue }
        if isStopping { return "stopping behind the call that is under way" }
        return follow.process.map { "running in process \($0)" } ?? "running"
    }

    private static func role(of follow: PlanFollow, isStopping: Bool) -> StyleRole {
        if let ended = follow.ended { return ended.state.role }
        return isStopping ? .stale : .running
    }

    private static func seconds(of row: PlanFollow.Row, _ follow: PlanFollow, _ wall: Double) -> String {
        guard let began = row.began else { return "" }
        return Age.clock(seconds: (row.ended ?? follow.ended?.at ?? wall) - began)
    }
}

extension PlanFollow.Row.State {
    fileprivate var role: StyleRole {
        switch self {
        case .todo: .muted
        case .run: .running
        case .done: .ok
        case .failed, .needsPerson: .failed
        case .leftOut: .stale
        case .undone: .drift
        }
    }
}
