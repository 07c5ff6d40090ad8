import Inventory
import TerminalCanvas

/// The consent before a plan is carried out.
extension ConsoleModel {
    /// Asks for consent to the first of the commands that the plan on the screen allows.
    mutating func askRun(_ commands: [PlanCommand]) {
        guard let id = planInView else { return refuse(.nothingToUndo) }
        // Which of them it is depends on how the plan stands.
        guard sheets[id] != nil || follow?.id == id else { return read(id, for: commands) }
        guard let command = self.commands(of: id).first(where: commands.contains) else {
            return refuse(commands == [.rollback] ? .nothingToUndo : .nothingToApply)
        }
        askRun(command, of: id)
    }

    mutating func askRun(_ command: PlanCommand, of id: String) {
        guard sheets[id] != nil else { return read(id, for: [command]) }
        if refusesRuns() { return }
        if command == .retire { openRetirement(id) } else { openRun(command, of: id) }
    }

    /// Opens the plan, and goes on with the first of the commands that it allows.
    private mutating func read(_ id: String, for commands: [PlanCommand]) {
        if refusesRuns() { return }
        wantedCommands = (id, commands)
        visit(.report(.planSheet(id)))
    }

    /// Whether nothing can be run now, which is said.
    private mutating func refusesRuns() -> Bool {
        if share.isOn {
            refuse(.changesShared)
        } else if isReadOnly {
            refuse(.changesReadOnly)
        } else if isPlanRunning {
            refuse(.planRuns)
        } else {
            return false
        }
        return true
    }

    /// Before an old value is retired, what still holds it is read.
    private mutating func openRetirement(_ id: String) {
        guard commands(of: id).contains(.retire) else { return openRun(.retire, of: id) }
        overlay = .form(
            Form(
                .listRetirement(plan: id), title: "Look for the old value of \(id)",
                lines: ["Nothing is changed yet: this lists what still holds the old value, which reads it on record."],
                fields: [
                    Form.Field(
                        .note, "Why", hint: "for the audit trail", .text(TextField(planNotes[id] ?? "", limit: 300)))
                ], verb: "Look for it"))
    }

    /// The plan is read: go on with what it was read for.
    mutating func carryOnWithPlan(_ sheet: PlanSheet) {
        guard let wanted = wantedCommands, wanted.plan == sheet.id else { return }
        wantedCommands = nil
        guard overlay == .none, screen == .report(.planSheet(sheet.id)) else { return }
        if wanted.commands.count > 1 { askRun(wanted.commands) } else { askRun(wanted.commands[0], of: sheet.id) }
    }

    mutating func openRun(_ command: PlanCommand, of id: String, asksValue: Bool = false) {
        guard let sheet = sheets[id] else { return }
        let possible = commands(of: id)
        guard possible.contains(command) else {
            message = Notice(.warning, "\(id) is \(sheet.state.rawValue): it cannot be \(command.past) now")
            return
        }
        var fields: [Form.Field] = []
        if sheet.needsNote {
            fields.append(
                Form.Field(
                    .note, "Why", hint: "for the audit trail", .text(TextField(planNotes[id] ?? "", limit: 300))))
        }
        if asksValue || (command == .apply && sheet.asksValue) {
            fields += [
                Form.Field(.value, "New value", hint: "not shown", .hidden(HiddenText())),
                Form.Field(.again, "Once more", hint: "not shown", .hidden(HiddenText()))
            ]
        }
        let waits = command == .resume ? sheet.waits : nil
        let name: String?
        switch waits {
        case .code:
            fields.append(
                Form.Field(
                    .word, "The code",
                    .choice(["is deployed and reads the new place", "is not there yet"], chosen: nil)))
            name = nil
        case .unread:
            fields.append(
                Form.Field(
                    .word, "Readers", .choice(["go on although it was not seen", "look again in CloudTrail"], chosen: 1)
                ))
            name = nil
        case .removal(let removed): name = removed
        case nil: name = command == .rollback ? nil : sheet.subject.shortName
        }
        if let name {
            fields.append(Form.Field(.typedName, "Type \(name)", .text(TextField(limit: 500))))
        }
        if command == .apply || (command == .resume && waits == nil) {
            fields.append(
                Form.Field(
                    .place, "It runs",
                    .choice(
                        ["in this console", "on its own (detached): it goes on when this console is gone"], chosen: 0)))
        }
        overlay = .form(
            Form(
                .run(command, plan: id, name: name), title: "\(command.words) \(id)?",
                lines: Self.lines(command, sheet) + Self.lines(waits, sheet),
                fields: fields, verb: command.words, isDangerous: true))
        // Where nothing has to be typed the answer is no, unless somebody says yes on purpose.
        if name == nil, case .form(var form) = overlay {
            form.move(to: sheet.needsNote && form.text(.note) == nil ? .field(.note) : .cancel)
            overlay = .form(form)
        }
    }

    private static func lines(_ command: PlanCommand, _ sheet: PlanSheet) -> [String] {
        let functions = sheet.functions == 1 ? "1 function" : "\(sheet.functions) functions"
        let what = "\(sheet.work) of \(sheet.subject.text), \(functions), \(sheet.of) steps"
        switch command {
        case .apply:
            return [what, "Safe to stop: \(sheet.safeToStop)"] + sheet.cannotUndo.prefix(2).map { "No undo: \($0)" }
        case .resume:
            return [
                what,
                "\(sheet.done) of them \(sheet.done == 1 ? "is" : "are") done; what was under way is decided by what AWS says."
            ]
        case .rollback:
            return [
                what,
                "\(sheet.done) of them \(sheet.done == 1 ? "is" : "are") done. What has changed anything is taken back in reverse "
                    + "order, each step compared before it acts."
            ]
        case .retire:
            return [
                what, "The old value is ended for good. This cannot be undone, and the plan cannot be taken back after."
            ]
        }
    }

    /// What it waits for, and what is said by going on.
    private static func lines(_ waits: PlanWait?, _ sheet: PlanSheet) -> [String] {
        switch waits {
        case .code: ["It waits for code that reads the new place: curtain plan code \(sheet.id) shows how."]
        case .unread: sheet.problems.prefix(1).map(\.words)
        case .removal(let name): ["\(name) goes for good behind this."]
        case nil: []
        }
    }

    /// What the form says to a plan that waits.
    func word(_ form: Form, _ command: PlanCommand, of id: String) -> PlanWord? {
        switch command == .resume ? sheets[id]?.waits : nil {
        case .code: form.chosen(.word) == 0 ? .done : nil
        case .unread: form.chosen(.word) == 0 ? .unseen : nil
        case .removal: form.text(.typedName).map { .remove($0) }
        case nil: nil
        }
    }
}
