import Inventory
import TerminalCanvas

/// A plan in words: what can be done with it, its steps by waves, who holds and reads the value, and what stays.
extension Report {
    static func plan(_ sheet: PlanSheet) -> Report {
        let safe = Line([.text("safe to stop:", .title), .text(sheet.safeToStop)], isProse: true)
        let head =
            [
                Line(
                    [.text(sheet.work), .text(sheet.subject.text, .link), .text("in \(sheet.region)", .muted)],
                    link: .thing(sheet.subject), isProse: true)
            ] + sheet.values.map { Line([.text($0)], isProse: true) } + [safe]
            + sheet.state.commands.map { command in
                let (offer, meaning) = command.offer(sheet.waits)
                return Line(
                    [
                        .text("\(offer):", command == .retire ? .irreversible : .keyHint), .text(meaning)
                    ], link: .plan(command, sheet.id), isProse: true)
            }
        let sections =
            [Section("", lines: head), remarks("Needs a look", sheet.problems, .failed)] + steps(of: sheet) + [
                remarks("Holds the value itself", sheet.holders, .text),
                remarks("Reads it at run time", sheet.readers, .text),
                remarks("Left out", sheet.leftOut, .stale), words("Checks behind each wave", sheet.checks, .text),
                words("Cannot be undone", sheet.cannotUndo, .danger), words("Mind", sheet.warnings, .stale),
                words("Needs the permissions", sheet.permissions, .muted),
                words("Costs", [sheet.estimate], .muted)
            ]
        let state = sheet.state == .planned ? "planned" : "\(sheet.state.rawValue)  step \(sheet.done)/\(sheet.of)"
        return Report(sections.filter { !$0.lines.isEmpty }, remark: state)
    }

    private static func steps(of sheet: PlanSheet) -> [Section] {
        var groups: [(title: String, lines: [Line])] = []
        var wave: Int?
        for (place, step) in sheet.steps.enumerated() {
            if place == 0 || step.wave != wave {
                wave = step.wave
                groups.append((step.wave.map { "Wave \($0)" } ?? (place == 0 ? "First" : "Last"), []))
            }
            groups[groups.count - 1].lines.append(
                Line(
                    [
                        .text("\(place + 1)", .muted), .text(step.action),
                        .text(step.undo.isEmpty ? "no undo" : step.undo, step.undo.isEmpty ? .muted : .ok),
                        .text(step.call, .muted)
                    ], link: .thing(step.reference)))
        }
        return groups.map { Section($0.title, heads: ["", "STEP", "UNDO", "CALL"], lines: $0.lines) }
    }

    private static func remarks(_ title: String, _ remarks: [PlanSheet.Remark], _ role: StyleRole) -> Section {
        Section(
            title,
            lines: remarks.map {
                Line(
                    [.text($0.reference.text, .link), .text($0.words, role)], link: .thing($0.reference), isProse: true)
            })
    }

    private static func words(_ title: String, _ words: [String], _ role: StyleRole) -> Section {
        Section(title, lines: words.filter { !$0.isEmpty }.map { Line([.text($0, role)], isProse: true) })
    }

    /// What a retirement would do, and the line that begins it while nothing uses the old value.
    static func retirement(_ sheet: RetirementSheet, note: String) -> Report {
        let head =
            sheet.inUse.isEmpty
            ? Line(
                [.text("Retire the old value:", .irreversible), .text("for good; its name is asked for")],
                link: .retire(sheet.plan, note: note), isProse: true)
            : Line([.text("Still in use: change that first, then look again with R", .danger)], isProse: true)
        let steps = sheet.steps.enumerated().map { place, step in
            Line(
                [.text("\(place + 1)", .muted), .text(step.action), .text(step.call, .muted)],
                link: .thing(step.reference))
        }
        return Report(
            [
                Section("", lines: [head]), remarks("Still in use", sheet.inUse, .danger),
                remarks("Holds the old value and goes", sheet.removed, .text),
                remarks("Holds it and stays", sheet.stays, .stale),
                Section("Steps", heads: ["", "STEP", "CALL"], lines: steps),
                words("Not looked at", sheet.gaps, .muted)
            ].filter { !$0.lines.isEmpty }, remark: "cannot be undone")
    }

    /// The plans of this installation, the newest first; those that wait for a person are marked.
    static func plans(_ entries: [PlanEntry], wall: Double) -> Report {
        let lines = entries.map { entry in
            Line(
                [
                    .text(entry.id, .link), .text(entry.state.rawValue, entry.state.role),
                    .text("\(entry.done)/\(entry.of)"), .text(entry.work), .text(entry.subject.text, .link),
                    .text("\(entry.functions)"), .text(Age.words(seconds: wall - entry.created), .muted),
                    .text("\(HiddenAccount.short(entry.account)) \(entry.region)", .muted)
                ], link: .report(.planSheet(entry.id)))
        }
        let waiting = entries.count { $0.state.isHalfWay }
        return Report(
            lines.isEmpty
                ? []
                : [
                    Section(
                        "", heads: ["PLAN", "STATE", "STEP", "WHAT", "REF", "FN", "AGE", "WHERE"], lines: lines)
                ], remark: waiting > 0 ? "\(waiting) stopped half-way" : "")
    }
}

/// An account where space is short.
private enum HiddenAccount {
    static func short(_ account: String) -> String {
        account.count > 9 ? "\(account.prefix(4))..\(account.suffix(4))" : account
    }
}
