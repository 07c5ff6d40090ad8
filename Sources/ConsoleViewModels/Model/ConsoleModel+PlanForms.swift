import ForeignText
import Inventory
import TerminalCanvas

/// The forms of plans: what is wished for, and the consent before it is carried out.
extension ConsoleModel {
    /// What a new value is for, or a new start, if the thing is one of these.
    func rotatable(_ reference: Reference?) -> Reference? {
        switch reference {
        case .function(let name, _): .function(name: name)
        case .secret(let name, _, let pointer): .secret(name: name, pointer: pointer)
        case .parameter(let name, _): .parameter(name: name)
        case .variable(let function, _, let name): source(of: .variable(function: function, name: name))
        case .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack, nil: nil
        }
    }

    /// A variable that names a secret or parameter has no value of its own: that is what gets the new one.
    private func source(of variable: Reference) -> Reference {
        guard case .variable(_, _, let name) = variable, let row = variable.ofRow,
            case .function(let function) = details[row]?.row ?? list(.function).row(of: row),
            let target = function.variables.first(where: { $0.name == name })?.of
        else { return variable }
        switch target {
        case .secret(let name, _, let pointer): return .secret(name: name, pointer: pointer)
        case .parameter(let name, _): return .parameter(name: name)
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return variable
        }
    }

    // MARK: wishing

    mutating func askRotation(_ thing: Reference?) {
        let marked = markedFunctions
        if !marked.isEmpty { return openRedeploy(marked) }
        switch rotatable(thing) {
        case .function(let name, _)?: openRedeploy([name])
        case let subject?: openRotation(subject)
        case nil: refuse(.nothingToRotate)
        }
    }

    private var markedFunctions: [String] {
        guard case .list(.function) = screen else { return [] }
        return list(.function).markedRows.map(\.common.name)
    }

    private mutating func openRotation(_ subject: Reference) {
        var fields = [
            Form.Field(
                .transition, "Both values",
                .choice(
                    [
                        "overlap: work side by side (API keys, two users)",
                        "cutover: the old one dies at once (one password)"
                    ], chosen: nil)),
            Form.Field(
                .recipe, "New value",
                .choice(["generated when it is applied", "typed twice when it is applied"], chosen: 0)),
            Form.Field(.length, "Length", hint: "characters", .text(TextField("32", limit: 4)))
        ]
        if case .secret(_, _, let pointer) = subject {
            fields.append(
                Form.Field(
                    .pointer, "JSON field", hint: "/password; empty: the whole value",
                    .text(TextField(pointer ?? "", limit: 200))))
        }
        fields += [
            Form.Field(
                .hook, "Hook", hint: "command that changes the other side; empty: none", .text(TextField(limit: 300))),
            Form.Field(
                .note, "Why", hint: "reads the value to find its copies; empty: not looked for",
                .text(TextField(limit: 300)))
        ]
        overlay = .form(
            Form(
                .rotate(subject), title: "Plan a new value for \(subject.text)",
                lines: ["Nothing is changed yet: this reads the account and makes a plan to look at."], fields: fields,
                verb: "Make the plan"))
    }

    mutating func openSet(_ subject: Reference) { overlay = .form(.setting(subject)) }

    mutating func openRedeploy(_ names: [String]) {
        let what = names.count == 1 ? names[0] : "\(names.count) functions"
        overlay = .form(
            Form(
                .redeploy(names), title: "Plan to start \(what) anew",
                lines: [
                    "No value changes. Each function gets one more variable, so that its sandboxes start anew and read "
                        + "their secrets once more; aliases follow by canary. Nothing is changed before you apply it."
                ], fields: [], verb: "Make the plan"))
    }

    // MARK: consent

    /// Asks for consent to the first of the commands that the plan on the screen allows.
    mutating func askRun(_ commands: [PlanCommand]) {
        guard let id = planInView else { return refuse(.nothingToUndo) }
        guard let command = self.commands(of: id).first(where: commands.contains) else {
            return refuse(commands == [.rollback] ? .nothingToUndo : .nothingToApply)
        }
        askRun(command, of: id)
    }

    mutating func askRun(_ command: PlanCommand, of id: String) {
        if share.isOn { return refuse(.changesShared) }
        if isReadOnly { return refuse(.changesReadOnly) }
        if isPlanRunning { return refuse(.planRuns) }
        guard sheets[id] != nil else {
            wantedCommand = (id, command)
            return visit(.report(.planSheet(id)))
        }
        if command == .retire { openRetirement(id) } else { openRun(command, of: id) }
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
        guard let wanted = wantedCommand, wanted.plan == sheet.id else { return }
        wantedCommand = nil
        guard overlay == .none, screen == .report(.planSheet(sheet.id)) else { return }
        askRun(wanted.command, of: sheet.id)
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
            return [what, "\(sheet.done) are done; what was under way is decided by what AWS says."]
        case .rollback:
            return [what, "\(sheet.done) are done. They are taken back in reverse order, each compared before it acts."]
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
    private func word(_ form: Form, _ command: PlanCommand, of id: String) -> PlanWord? {
        switch command == .resume ? sheets[id]?.waits : nil {
        case .code: form.chosen(.word) == 0 ? .done : nil
        case .unread: form.chosen(.word) == 0 ? .unseen : nil
        case .removal: form.text(.typedName).map { .remove($0) }
        case nil: nil
        }
    }

    // MARK: answers

    mutating func take(_ key: Key, in form: Form) {
        var form = form
        switch form.handle(key) {
        case .stays: overlay = .form(form)
        case .cancelled: cancel(form)
        case .submitted:
            overlay = .none
            submit(form)
        }
    }

    private mutating func cancel(_ form: Form) {
        closeForm()
        switch form.purpose {
        case .rotate, .set, .redeploy, .run, .listRetirement, .openIncident, .closeIncident, .incidentEntry, .contain,
            .undoContainment:
            message = Notice(.information, "nothing was changed")
        case .signIn: message = Notice(.information, "the session stays ended; :login signs in")
        case .waitForSignIn: cancelSignIn()
        case .mfa: message = Notice(.information, "no code was entered")
        case .copyValue: message = Notice(.information, "cancelled: nothing was fetched")
        }
    }

    private mutating func submit(_ form: Form) {
        let note = form.text(.note).map(ForeignText.visible)
        switch form.purpose {
        case .rotate(let subject):
            wish(
                .rotate(
                    PlanWish.Rotation(
                        subject: subject.field(form.text(.pointer)), overlaps: form.chosen(.transition) == 0,
                        recipe: form.recipe, hook: form.text(.hook), note: note)))
        case .redeploy(let names): wish(.redeploy(names, note: note))
        case .set(let subject):
            wish(.set(form.setting(of: subject)))
        case .openIncident, .closeIncident, .incidentEntry, .contain, .undoContainment: submitIncident(form)
        case .signIn: beginSignIn()
        case .waitForSignIn: message = Notice(.information, "the sign-in is waited for behind the screen")
        case .mfa: emit(.answerMFA(form.hidden(.code)))
        case .copyValue(let target): copy(target, note: note ?? "")
        case .listRetirement(let id): visit(.report(.retirement(id, note: note ?? "")))
        case .run(let command, let id, _):
            let value = form.hidden(.value)?.bytes
            if case .hidden(var again) = form.field(.again)?.content { again.wipe() }
            planNotes[id] = note ?? planNotes[id]
            visit(.report(.planSheet(id)))
            orderedPlan = id
            emit(
                .runPlan(
                    PlanOrder(
                        plan: id, command: command, note: note ?? planNotes[id], value: value,
                        word: word(form, command, of: id))))
            message = Notice(.information, "\(command.words.lowercased()) \(id): looking at the account first")
        }
    }

    mutating func wish(_ wish: PlanWish) {
        planWish = wish
        planAskedAt = log.total
        emit(.makePlan(wish))
        message = Notice(.information, "reading the account for the plan; the console goes on meanwhile")
    }

    /// Closes a form that is open and wipes what was typed there as a value.
    mutating func closeForm() {
        guard case .form(var form) = overlay else { return }
        form.wipe()
        overlay = .none
        // Whoever asked waits for an answer.
        if form.purpose == .mfa { emit(.answerMFA(nil)) }
    }

    /// Whether a value is being typed.
    var hasHiddenText: Bool {
        guard case .form(let form) = overlay else { return false }
        return form.fields.contains { field in
            if case .hidden(let text) = field.content { !text.isEmpty } else { false }
        }
    }
}

extension PlanCommand {
    /// For what cannot be.
    fileprivate var past: String {
        switch self {
        case .apply: "applied"
        case .resume: "resumed"
        case .rollback: "taken back"
        case .retire: "retired"
        }
    }
}

extension Reference {
    /// The field of a secret; the thing itself without a pointer.
    func field(_ pointer: String?) -> Reference {
        guard case .secret(let name, let version, let own) = self else { return self }
        return .secret(name: name, version: version, pointer: pointer ?? own)
    }
}
