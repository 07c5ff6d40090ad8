import Inventory
import TerminalCanvas

/// The options of a plan: in which portions functions follow, what is checked, who is treated differently. What is asked
/// there has an answer already.
extension Form {
    /// The fields, with what a plan does unless it is told otherwise.
    ///
    /// - Parameter subject: what gets a new value; nil where none does.
    static func rolloutFields(of subject: Reference?) -> [Field] {
        func line(_ name: Name, _ label: String, _ hint: String, _ text: String = "", limit: Int = 8) -> Field {
            Field(name, label, hint: hint, .text(TextField(text, limit: limit)))
        }
        let usual = PlanWish.Rollout()
        var fields = [
            line(.canary, "Canary", "functions that go first: 1, or 10%", usual.canary),
            line(.wave, "Each wave", "functions behind the canary", String(usual.wave)),
            line(.parallel, "At once", "functions changed at the same time", String(usual.parallel)),
            line(.weight, "First share", "percent of an alias's traffic; 0: none", String(usual.weight)),
            line(.keepGoing, "May fail", "functions, before it stops", String(usual.keepGoing)),
            line(.pace, "Calls/second", "of Lambda's quota of 15; empty: as configured"),
            line(.invoke, "Invoke with", #"{}=>{"ok":true}; empty: not invoked"#, limit: 1000),
            line(.errors, "CloudWatch", "minutes beside the hour before; empty: not looked at"),
            line(.program, "Command", "run behind each wave; empty: none", limit: 300)
        ]
        guard let subject else { return fields }
        fields += [
            line(.leaveOut, "Leave out", "functions, with commas between them", limit: 2000),
            line(.include, "Include", "that only may read it, so that they start anew", limit: 2000),
            Field(
                .stacks, "Stacks",
                .choice(
                    [
                        "handed over: named, for your own pipeline", "deployed by a change set that does only this",
                        "written over, until their next deployment"
                    ], chosen: 0))
        ]
        if case .secret = subject {
            fields.append(
                Field(
                    .pending, "If pending",
                    .choice(["somebody else's version stops the plan", "it is kept under a label"], chosen: 0)))
        }
        return fields
    }

    /// What the answers ask for.
    var rollout: PlanWish.Rollout {
        var rollout = PlanWish.Rollout()
        func number(_ name: Name) -> Int? { text(name).flatMap { Int($0) } }
        rollout.canary = text(.canary) ?? rollout.canary
        rollout.wave = number(.wave) ?? rollout.wave
        rollout.parallel = number(.parallel) ?? rollout.parallel
        rollout.weight = number(.weight) ?? rollout.weight
        rollout.keepGoing = number(.keepGoing) ?? rollout.keepGoing
        rollout.requestsPerSecond = number(.pace)
        rollout.checks =
            (text(.invoke).map { ["invoke=\($0)"] } ?? []) + (minutes.map { ["errors=\($0)m"] } ?? [])
            + (text(.program).map { ["command=\($0)"] } ?? [])
        rollout.excluded = text(.leaveOut).map(Form.words) ?? []
        rollout.included = text(.include).map(Form.words) ?? []
        rollout.stacks = chosen(.stacks).flatMap(PlanWish.Rollout.Stacks.init) ?? .handedOver
        rollout.clearsPending = chosen(.pending) == 1
        return rollout
    }

    /// `5` and `5m` are the same.
    fileprivate var minutes: Int? {
        text(.errors).flatMap { Int($0.hasSuffix("m") ? String($0.dropLast()) : $0) }
    }
}

extension Form.Name {
    /// Whether it stands on the page of options.
    var isOption: Bool {
        switch self {
        case .classes, .excluded, .canary, .wave, .parallel, .weight, .keepGoing, .invoke, .errors, .program, .pace,
            .leaveOut, .include, .stacks, .pending, .place:
            true
        case .transition, .recipe, .length, .pointer, .hook, .note, .value, .again, .typedName, .text, .identifier,
            .severity, .kind, .by, .about, .code, .aim, .name, .description, .tags, .key, .tier, .pattern, .policies,
            .schedule, .replicas, .resourcePolicy, .days, .word, .like:
            false
        }
    }
}

extension Form.Purpose {
    /// Whether an option is asked for: a cutover has neither waves nor shares, all functions go at once.
    func asksRollout(_ name: Form.Name, in form: Form) -> Bool {
        switch name {
        case .like: form.followsPattern
        case .classes, .excluded: form.generates
        case .canary, .wave, .parallel, .weight, .keepGoing: form.chosen(.transition) != 1
        case .invoke, .errors, .program, .pace, .leaveOut, .include, .stacks, .pending: true
        case .transition, .recipe, .length, .pointer, .hook, .note, .value, .again, .typedName, .text, .identifier,
            .severity, .kind, .by, .about, .code, .aim, .name, .description, .tags, .key, .tier, .pattern, .policies,
            .schedule, .replicas, .resourcePolicy, .days, .word, .place:
            true
        }
    }

    func rolloutProblem(of name: Form.Name, in form: Form) -> String? {
        func number(_ range: ClosedRange<Int>, _ words: String) -> String? {
            guard let text = form.text(name) else { return nil }
            return Int(text).map(range.contains) == true ? nil : words
        }
        switch name {
        case .like: return form.text(.like) == nil ? "say the pattern, as in sk_live_[A-Za-z0-9]{32}" : nil
        case .canary:
            guard let text = form.text(.canary) else { return nil }
            let share = text.hasSuffix("%")
            let count = Int(share ? String(text.dropLast()) : text) ?? 0
            return count > 0 && (!share || count <= 100) ? nil : "a number from 1, or a share from 1% to 100%"
        case .wave, .parallel: return number(1...100_000, "a number from 1")
        case .weight: return number(0...99, "a share from 0 to 99 percent")
        case .keepGoing: return number(0...100_000, "a number from 0")
        case .pace: return number(1...1000, "1 to 1000 requests a second")
        case .errors:
            guard form.text(.errors) != nil else { return nil }
            return form.minutes.map((1...1440).contains) == true ? nil : "1 to 1440 minutes"
        case .classes, .excluded, .invoke, .program, .leaveOut, .include, .stacks, .pending, .transition, .recipe,
            .length, .pointer, .hook, .note, .value, .again, .typedName, .text, .identifier, .severity, .kind, .by,
            .about, .code, .aim, .name, .description, .tags, .key, .tier, .pattern, .policies, .schedule, .replicas,
            .resourcePolicy, .days, .word, .place:
            return nil
        }
    }
}
