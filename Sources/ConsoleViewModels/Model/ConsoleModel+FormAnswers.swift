import ForeignText
import Inventory
import TerminalCanvas

/// What becomes of the answers to a form.
extension ConsoleModel {
    mutating func take(_ key: Key, in form: Form) {
        var form = form
        switch form.handle(key) {
        case .stays: overlay = .form(form)
        case .cancelled: cancel(form)
        case .submitted:
            if let note = form.text(.note), note.count < settings.noteMinimum {
                form.refuse(.note, "the reason is too short: at least \(settings.noteMinimum) characters")
                overlay = .form(form)
                return
            }
            overlay = .none
            submit(form)
        }
    }

    private mutating func cancel(_ form: Form) {
        closeForm()
        if planForm?.form.purpose == form.purpose { planForm = nil }
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
        if form.purpose.makesPlan { planForm = (form, screen, failed: false) }
        switch form.purpose {
        case .rotate(let subject):
            wish(
                .rotate(
                    PlanWish.Rotation(
                        subject: subject.field(form.text(.pointer)), overlaps: form.chosen(.transition) == 0,
                        recipe: form.recipe, hook: form.text(.hook), note: note, rollout: form.rollout)))
        case .redeploy(let names): wish(.redeploy(names, note: note, rollout: form.rollout))
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
                        word: word(form, command, of: id), isDetached: form.chosen(.place) == 1)))
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
    var past: String {
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
