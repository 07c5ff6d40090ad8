import Inventory

/// What a report screen is about. docs/architecture.md says what a new one needs.
public enum ReportTopic: Hashable, Sendable {
    /// What needs a look, counted from the lists: panel 3.
    case pulses
    /// The things that one pulse counts.
    case pulse(Pulse)
    /// What has not changed for so many days.
    case stale(days: Int)
    /// Variables that hold the same value, told by their fingerprints.
    case duplicates
    /// What a function hangs on: its variables, what they name, their keys, its role.
    case connections(Reference)
    /// Who uses a thing, with the evidence: a tree.
    case usedBy(Reference)
    /// What a function, role, user or stack reads or may read, with the evidence: a tree.
    case reach(Reference)
    /// Functions on an older value than their source.
    case drift
    /// Who read a thing in the last day, by hour and by reader; nil: who read anything.
    case access(Reference?)
    /// The end of a function's log, without what the function wrote; followed while it is looked at.
    case log(Reference)
    /// What is wrong, of that severity or worse.
    case findings(Severity)
    /// What the stores cost a month, and which limits are near.
    case cost
    /// The four stores beside each other, with a secret placed in its own.
    case stores(Reference)
    /// Everything about a thing but its value, as JSON.
    case json(Reference)
    /// The last records of the audit trail.
    case audit
    /// What this machine, terminal and account lack.
    case doctor
    /// The incidents of this installation.
    case incidents
    /// The plans of this installation.
    case plans
    /// One of them in words.
    case planSheet(String)
    /// What still holds the old value of a plan; the note is why the value is read to find out.
    case retirement(String, note: String)
    /// The steps of the plan that runs: panel 6. Pushed by whoever runs it.
    case plan
    /// The incident's timeline: panel 7. Pushed by whoever keeps it.
    case timeline
    /// The watch over the incident's old credentials. Pushed by whoever looks.
    case watch

    /// Where the answer comes from.
    public enum Source: Sendable, Equatable {
        /// From the lists that are there; the model answers it itself and again when they change.
        case lists
        /// Asked of AWS by `ConsoleEffect.ask` and answered by `ConsoleEvent.answered`; again only on request.
        case asked
        /// `ConsoleEvent.pushed` brings it whenever it changes.
        case pushed
    }

    public var source: Source {
        switch self {
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores: .lists
        case .usedBy, .reach, .drift, .access, .log, .findings, .cost, .json, .audit, .doctor, .incidents, .plans,
            .planSheet, .retirement:
            .asked
        case .plan, .timeline, .watch: .pushed
        }
    }

    /// The lists that the answer is read from: visiting the report asks for them.
    public var lists: [ResourceKind] {
        switch self {
        case .pulses, .connections: ResourceKind.allCases
        case .stores: [.function, .parameter, .secret]
        case .pulse(let pulse): pulse.kinds
        case .stale: [.function, .parameter, .secret]
        case .duplicates: [.function]
        case .usedBy, .reach, .drift, .access, .log, .findings, .cost, .json, .audit, .doctor, .incidents, .plans,
            .planSheet, .retirement, .plan, .timeline, .watch:
            []
        }
    }

    /// For the title of its pane.
    public var title: String {
        switch self {
        case .pulses: "Pulses"
        case .pulse(let pulse): pulse.title
        case .stale(let days): "Unchanged for \(days) days or more"
        case .duplicates: "The same value in several places"
        case .connections(let reference): "What \(reference.text) hangs on"
        case .usedBy(let reference): "What uses \(reference.text)"
        case .reach(let reference): "What \(reference.text) reaches"
        case .drift: "Older values than their sources"
        case .access(let reference): reference.map { "Who read \($0.text)" } ?? "Who read what"
        case .log(let reference): "Log of \(reference.text)"
        case .findings(let severity):
            severity == .low ? "Findings" : "Findings of severity \(severity.rawValue) or worse"
        case .cost: "Costs and limits"
        case .stores(let reference): "Where \(reference.text) could live"
        case .json(let reference): "\(reference.text) as JSON"
        case .audit: "Audit trail"
        case .doctor: "Checkup"
        case .incidents: "Incidents"
        case .plans: "Plans"
        case .planSheet(let id): "Plan \(id)"
        case .retirement(let id, _): "The old value of \(id)"
        case .plan: "Plan"
        case .timeline: "Timeline"
        case .watch: "Watch"
        }
    }

    /// What is said where there is nothing.
    public var nothing: String {
        switch self {
        case .pulses: "nothing is listed yet"
        case .pulse(let pulse): "none: \(pulse.words)"
        case .stale(let days): "nothing that holds a secret is older than \(days) days"
        case .duplicates: "no two variables of these functions hold the same value"
        case .connections: "it hangs on nothing that is known"
        case .usedBy: "nothing that can be seen uses it"
        case .reach: "nothing that can be seen"
        case .drift: "every function that can be told holds what its source has"
        case .access: "nobody, as far as CloudTrail has told"
        case .log: "reading it"
        case .findings: "nothing is wrong that can be seen"
        case .cost: "nothing is known yet"
        case .stores: "the four stores are compared for a secret, a parameter or a variable"
        case .json: "reading it"
        case .audit: "nothing is on record yet"
        case .doctor: "looking"
        case .incidents: "reading the incidents"
        case .plans: "no plan yet: r on a secret, a parameter, a variable or a function makes one"
        case .planSheet: "reading the plan"
        case .retirement: "looking for what holds it"
        case .plan: "no plan is running"
        case .timeline: "no incident is attached"
        case .watch: "nothing is watched: inc watch 30m looks out for uses of what was rotated or made inactive"
        }
    }
}

extension ReportTopic {
    /// What is said where there is nothing yet because the question is under way: nothing was answered so far.
    public var whileAsked: String {
        switch self {
        case .usedBy, .reach, .drift, .access, .findings: "asking; the answer comes here"
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores, .log, .cost, .json, .audit, .doctor,
            .incidents, .plans, .planSheet, .retirement, .plan, .timeline, .watch:
            nothing
        }
    }

    /// Whether it takes the whole width of a window that has room for list and detail.
    var isWide: Bool {
        switch self {
        case .plans, .planSheet, .retirement, .plan, .timeline, .watch: true
        case .findings, .cost, .stores, .incidents, .json, .audit, .doctor, .log, .access: true
        case .pulses, .pulse, .stale, .duplicates, .connections, .usedBy, .reach, .drift: false
        }
    }

    /// Whether it is read from the disk, where it may have moved since.
    var isOnDisk: Bool {
        switch self {
        case .incidents, .plans, .planSheet, .audit: true
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores, .usedBy, .reach, .drift, .access, .log,
            .findings, .cost, .json, .doctor, .retirement, .plan, .timeline, .watch:
            false
        }
    }

    /// Whether it is asked again and again while it is looked at.
    var isFollowed: Bool {
        if case .log = self { true } else { false }
    }
}
