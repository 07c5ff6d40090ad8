import Inventory

extension Form {
    /// What its button leads to.
    public enum Purpose: Sendable, Equatable {
        /// A plan for a new value.
        case rotate(Reference)
        /// A plan for a new value or other settings that nothing follows, for something new, or a deletion.
        case set(Reference)
        /// A plan that makes functions start anew.
        case redeploy([String])
        /// A plan is carried out.
        case run(PlanCommand, plan: String, name: String?)
        /// What holds an old value is looked for, which reads it.
        case listRetirement(plan: String)
        case openIncident, closeIncident
        /// A note, a decision or something to do.
        case incidentEntry
        case contain(ContainmentWord, Reference, name: String)
        case undoContainment(String)
        /// The session at AWS begins anew.
        case signIn, waitForSignIn
        /// The code of an MFA device.
        case mfa
        /// A value goes into the clipboard.
        case copyValue(Reference)
    }

    /// The questions of all forms.
    public enum Name: Sendable, Equatable {
        case transition, recipe, length, pointer, hook, note, value, again, typedName
        case text, identifier, severity, kind, by, about, code
        case aim, name, description, tags, key, tier, pattern, policies, schedule, replicas, resourcePolicy, days
        case word
        case like, place
        case classes, excluded, canary, wave, parallel, weight, keepGoing, invoke, errors, program, pace, leaveOut,
            include
        case stacks, pending
    }
}

extension Form.Purpose {
    /// Whether a plan is made from the answers.
    var makesPlan: Bool {
        switch self {
        case .rotate, .set, .redeploy: true
        case .run, .listRetirement, .openIncident, .closeIncident, .incidentEntry, .contain, .undoContainment, .signIn,
            .waitForSignIn, .mfa, .copyValue:
            false
        }
    }

    /// Whether the question is asked, given the other answers.
    func asks(_ name: Form.Name, in form: Form) -> Bool {
        switch name {
        case .recipe, .length, .pointer, .name, .description, .tags, .key, .tier, .pattern, .policies, .schedule,
            .replicas, .resourcePolicy, .days:
            asksSetting(name, in: form)
        case .like, .classes, .excluded, .canary, .wave, .parallel, .weight, .keepGoing, .invoke, .errors, .program,
            .pace, .leaveOut, .include, .stacks, .pending:
            asksRollout(name, in: form)
        case .by: form.chosen(.kind) != 0
        case .about: form.chosen(.kind) == 0
        case .transition, .hook, .note, .value, .again, .typedName, .text, .identifier, .severity, .kind, .code, .aim,
            .word, .place:
            true
        }
    }

    /// The first answer with which the button cannot go through, and why.
    func problem(in form: Form) -> (Form.Name, String)? {
        for field in form.asked {
            if let words = problem(of: field, in: form) { return (field.name, words) }
        }
        return nil
    }

    private func problem(of field: Form.Field, in form: Form) -> String? {
        switch field.name {
        case .transition:
            return form.chosen(.transition) == nil
                ? "say whether both values work side by side: nothing can tell but you" : nil
        case .length:
            let length = form.text(.length).flatMap { Int($0) } ?? 0
            return (8...4096).contains(length) ? nil : "a generated value has 8 to 4096 characters"
        case .pointer:
            guard let pointer = form.text(.pointer) else { return nil }
            return pointer.hasPrefix("/") ? nil : "a field is named from the top, as in /password"
        case .value:
            if form.hidden(.value)?.isFull == true { return "there is no room for a value of that size" }
            return form.hidden(.value)?.isEmpty == true ? "the new value is empty" : nil
        case .again:
            guard let value = form.hidden(.value), let again = form.hidden(.again) else { return nil }
            return value.isSame(as: again) ? nil : "the two are not the same: type it once more"
        case .typedName:
            switch self {
            case .run(_, _, let name?), .contain(_, _, let name):
                return form.text(.typedName) == name ? nil : "type \(name) to go on, or esc"
            case .rotate, .set, .redeploy, .run, .listRetirement, .openIncident, .closeIncident, .incidentEntry,
                .undoContainment, .signIn, .waitForSignIn, .mfa, .copyValue:
                return nil
            }
        case .note:
            switch self {
            case .listRetirement:
                return form.text(.note) == nil ? "say why: the value is read to find its copies, on record" : nil
            case .rotate, .set, .redeploy, .run, .openIncident, .closeIncident, .incidentEntry, .contain,
                .undoContainment,
                .signIn, .waitForSignIn, .mfa:
                return nil
            case .copyValue: return form.text(.note) == nil ? "say why: it is a look at the value" : nil
            }
        case .text:
            return self != .closeIncident && form.text(.text) == nil ? "say it in a few words" : nil
        case .by:
            return form.chosen(.kind) == 1 && form.text(.by) == nil ? "say who decided" : nil
        case .identifier, .severity, .kind, .about: return nil
        case .code: return form.hidden(.code)?.isEmpty == false ? nil : "type the six digits, or esc"
        case .word: return form.chosen(.word) == nil ? "say whether the code reads the new place" : nil
        case .aim, .name, .description, .tags, .key, .tier, .pattern, .policies, .schedule, .replicas, .resourcePolicy,
            .days:
            return settingProblem(of: field.name, in: form)
        case .like, .classes, .excluded, .canary, .wave, .parallel, .weight, .keepGoing, .invoke, .errors, .program,
            .pace, .leaveOut, .include, .stacks, .pending:
            return rolloutProblem(of: field.name, in: form)
        case .recipe, .hook, .place: return nil
        }
    }
}
