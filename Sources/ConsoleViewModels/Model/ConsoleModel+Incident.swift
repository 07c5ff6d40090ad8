import ForeignText
import Inventory

/// The incident: opening, attaching, writing down, containing.
extension ConsoleModel {
    // MARK: following links

    mutating func follow(_ step: IncidentStep) {
        switch step {
        case .list: visit(.report(.incidents))
        case .open: openIncidentForm()
        case .attach(let id):
            guard id != incident else { return visit(.report(.timeline)) }
            order(.attach(id))
        case .detach: order(.detach)
        case .watch: startWatch(seconds: Self.watchSeconds)
        case .stopWatch: order(.stopWatch)
        case .close:
            overlay = .form(
                Form(
                    .closeIncident, title: "Close \(incident ?? "the incident")?",
                    lines: ["What is still contained and still to do is named; it stays as it is."],
                    fields: [Form.Field(.text, "Last word", hint: "empty: none", .text(TextField(limit: 500)))],
                    verb: "Close it"))
        case .todoDone(let id): order(.todoDone(id))
        case .undo(let id): openUndo(id)
        }
    }

    // MARK: writing

    mutating func openIncidentForm() {
        overlay = .form(
            Form(
                .openIncident, title: "Open an incident",
                lines: ["Its id stands on every audit record from now on, and in the first row. No values, anywhere."],
                fields: [
                    Form.Field(.text, "Title", hint: "a few words, or a codename", .text(TextField(limit: 200))),
                    Form.Field(.identifier, "Id", hint: "a ticket's; empty: made here", .text(TextField(limit: 64))),
                    Form.Field(
                        .severity, "Severity",
                        .choice(
                            [
                                "P1 the value was used and data was accessed", "P2 the value was exposed",
                                "P3 an anomaly", "P4 a stale credential"
                            ], chosen: 1))
                ], verb: "Open it"))
    }

    /// A note, a decision or something to do, from wherever one is.
    mutating func openEntry(_ kind: Int) {
        guard incident != nil else { return refuse(.noTimeline) }
        overlay = .form(
            Form(
                .incidentEntry, title: "Write into \(incident ?? "")",
                lines: ["It stays, with your name and the time. No values."],
                fields: [
                    Form.Field(
                        .kind, "Kind", .choice(["note", "decision", "to do"], chosen: kind)),
                    Form.Field(.text, "Text", .text(TextField(limit: 1_000))),
                    Form.Field(.by, "Who", hint: "who decided, or who does it", .text(TextField(limit: 100))),
                    Form.Field(
                        .about, "About", hint: "empty: nothing in particular",
                        .text(TextField(selectedThing?.text ?? "", limit: 500)))
                ], verb: "Write it"))
        if case .form(var form) = overlay {
            form.move(to: .field(.text))
            overlay = .form(form)
        }
    }

    mutating func openUndo(_ id: String) {
        if share.isOn || isReadOnly { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        guard let item = timeline?.contained.first(where: { $0.id == id }) else { return }
        overlay = .form(
            Form(
                .undoContainment(id), title: "Take \(item.action) of \(item.reference) back?",
                lines: [
                    "This comes back: \(item.undo)",
                    "What somebody else has changed since is not touched."
                ],
                fields: [Form.Field(.note, "Why", hint: "for the timeline", .text(TextField(limit: 300)))],
                verb: "Take it back", isDangerous: true))
    }

    // MARK: containing

    /// `!`: what can be done at once against the thing under the cursor.
    mutating func openContainment() {
        guard let thing = selectedThing, case let words = ContainmentWord.possible(for: thing), !words.isEmpty else {
            message = Notice(
                .warning, "nothing can be contained here: a function, secret, key, role, user or access key")
            return
        }
        overlay = .menu(
            ChoiceMenu(
                .contain(thing), title: "Contain \(thing.text)",
                entries: words.map { ChoiceMenu.Entry($0.word.rawValue, remark: $0.word.meaning) }))
    }

    mutating func prepare(_ word: ContainmentWord, _ reference: Reference) {
        if share.isOn || isReadOnly { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        order(.prepare(word, reference))
        message = Notice(.information, "looking at what \(word.rawValue) would do to \(reference.text)")
    }

    /// The effect is said before anything is asked.
    mutating func containmentPrepared(_ sheet: ContainmentSheet) {
        guard overlay == .none, !share.isOn, !isReadOnly else {
            message = Notice(.warning, "\(sheet.word.rawValue) is ready: ask for it again")
            return
        }
        let lines =
            ["Effect: \(sheet.effect)"] + sheet.also.map { "Also: \($0)" } + ["Undo: \(sheet.undo)"]
            + sheet.commands.map { "Call: \($0)" }
        overlay = .form(
            Form(
                .contain(sheet.word, sheet.reference, name: sheet.name),
                title: "\(sheet.word.rawValue) \(sheet.reference.text)?", lines: lines.map { ForeignText.visible($0) },
                fields: [
                    Form.Field(.note, "Why", hint: "for the timeline", .text(TextField(limit: 300))),
                    Form.Field(.typedName, "Type \(sheet.name)", .text(TextField(limit: 500)))
                ], verb: "Contain it", isDangerous: true))
    }

    // MARK: orders

    mutating func order(_ order: IncidentOrder) {
        if order.changesAccount, share.isOn || isReadOnly {
            return refuse(share.isOn ? .changesShared : .changesReadOnly)
        }
        emit(.incident(order))
    }

    /// What the form of an incident leads to.
    mutating func submitIncident(_ form: Form) {
        let text = form.text(.text) ?? ""
        switch form.purpose {
        case .openIncident:
            let severities = ["P1", "P2", "P3", "P4"]
            order(
                .open(
                    id: form.text(.identifier), title: text, severity: form.chosen(.severity).map { severities[$0] }))
        case .incidentEntry:
            switch form.chosen(.kind) {
            case 1: order(.decision(text, by: form.text(.by) ?? ""))
            case 2: order(.todo(text, owner: form.text(.by)))
            default: order(.note(text, about: form.text(.about)))
            }
        case .closeIncident: order(.close(note: form.text(.text)))
        case .contain(let word, let reference, _):
            order(.contain(word, reference, note: form.text(.note)))
            message = Notice(.information, "\(word.rawValue) \(reference.text): beside it the evidence is kept")
        case .undoContainment(let id): order(.undo(id, note: form.text(.note)))
        case .rotate, .set, .redeploy, .run, .listRetirement, .signIn, .waitForSignIn, .mfa, .copyValue: break
        }
    }

    // MARK: news

    mutating func timelineChanged(_ sheet: IncidentSheet?) {
        timeline = sheet
        incident = sheet.map { ForeignText.visible($0.id) }
        if sheet == nil { timelineSource = nil }
        showTimeline()
        if reports[.incidents] != nil { ask(.incidents, again: true) }
    }

    /// Panel 7 as it may be shown now.
    mutating func showTimeline() {
        pushed(.timeline, timeline.map { .timeline($0, only: timelineSource, isShared: share.isOn) })
        if let watch { pushed(.watch, .watch(watch, isShared: share.isOn)) }
        if let incidents, reports[.incidents] != nil {
            show(
                .incidents(incidents, attached: incident, isShared: share.isOn, wall: now.wall), of: .incidents)
        }
    }

    /// `s`: everybody, then each source alone.
    mutating func turnTimelineSource() {
        let all = IncidentSheet.Source.allCases
        let next = timelineSource.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        timelineSource = all.indices.contains(next) ? all[next] : nil
        showTimeline()
    }

    // MARK: commands

    /// `inc`, `inc open TITLE`, `inc attach ID`, `inc note TEXT`, `inc decision`, `inc todo TEXT`, `inc close`
    mutating func runIncident(_ argument: String) {
        let word = String(argument.prefix { $0 != " " })
        let rest = TextField(String(argument.dropFirst(word.count)), limit: 1_000).trimmed
        switch word {
        case "", "list": visit(.report(.incidents))
        case "open": rest.isEmpty ? openIncidentForm() : order(.open(id: nil, title: rest, severity: nil))
        case "attach": rest.isEmpty ? visit(.report(.incidents)) : order(.attach(rest))
        case "detach": order(.detach)
        case "note": rest.isEmpty ? openEntry(0) : writing { $0.order(.note(rest, about: nil)) }
        case "decision": openEntry(1)
        case "todo": rest.isEmpty ? openEntry(2) : writing { $0.order(.todo(rest, owner: nil)) }
        case "watch": runWatch(rest)
        case "close": incident == nil ? refuse(.noTimeline) : follow(.close)
        default:
            message = Notice(.warning, "inc takes open, attach, detach, note, decision, todo, watch, close or list")
        }
    }

    private mutating func writing(_ body: (inout ConsoleModel) -> Void) {
        if incident == nil { refuse(.noTimeline) } else { body(&self) }
    }

    /// `contain ACTION REF`, or `contain` for what is selected.
    mutating func runContain(_ argument: String) {
        let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = words.first else { return openContainment() }
        guard let word = ContainmentWord(rawValue: first) else {
            let all = ContainmentWord.allCases.map(\.rawValue).joined(separator: ", ")
            message = Notice(.warning, "contain takes one of \(all), and what to contain")
            return
        }
        let reference =
            words.count > 1
            ? try? Reference(parsing: TextField(words[1]).trimmed)
            : selectedThing.flatMap { thing in ContainmentWord.possible(for: thing).first { $0.word == word }?.about }
        guard let reference else {
            message = Notice(.warning, "\(first) what? A reference is needed")
            return
        }
        prepare(word, reference)
    }
}
