import FoundationEssentials

/// What the timeline says of the incident, all put together.
public struct Incident: Equatable, Sendable {
    /// Something to be done.
    public struct Todo: Equatable, Sendable {
        /// `n-3fa2b1`
        public let id: String
        public let text: String
        public let owner: String?
        public let time: Date
        public var isDone: Bool
    }

    /// A moment that the report counts from or to.
    public struct Point: Equatable, Sendable {
        public let time: Date
        public let isEstimated: Bool
    }

    public let id: IncidentID
    public private(set) var title = ""
    public private(set) var severity: IncidentSeverity?
    public private(set) var impact: IncidentImpact?
    public private(set) var commander: String?
    public private(set) var scribe: String?
    public private(set) var responders: [String] = []
    public private(set) var opened: Point?
    public private(set) var closed: Point?
    public private(set) var todos: [Todo] = []
    public private(set) var moments: [IncidentMoment: Point] = [:]
    /// Each containment and how it stands, in their order.
    public private(set) var containments: [ContainmentRecord] = []

    public var openTodos: [Todo] { todos.filter { !$0.isDone } }
    public var isOpen: Bool { opened != nil && closed == nil }

    public init(_ id: IncidentID, _ timeline: Timeline) {
        self.id = id
        // Who changes what is said of the incident counts by when it was written, estimates do not matter here.
        for line in timeline.lines { take(line) }
        if let opened, moments[.detected] == nil { moments[.detected] = opened }
        if moments[.contained] == nil,
            let first = timeline.lines.first(where: { $0.entry.action == .contained })
        {
            moments[.contained] = Point(time: first.entry.time, isEstimated: false)
        }
    }

    private mutating func take(_ line: TimelineLine) {
        let entry = line.entry
        if let change = entry.change { take(change) }
        if let moment = entry.moment { moments[moment] = Point(time: entry.time, isEstimated: entry.isEstimated) }
        if let containment = entry.containment { take(containment, entry.action, entry.time) }
        switch entry.action {
        case .opened:
            if opened == nil { opened = Point(time: entry.time, isEstimated: entry.isEstimated) }
            closed = nil
        case .closed: closed = Point(time: entry.time, isEstimated: false)
        case .todo:
            todos.append(
                Todo(id: line.shortID, text: entry.todo ?? "", owner: entry.owner, time: entry.time, isDone: false))
        case .todoDone:
            if let place = todos.firstIndex(where: { $0.id == entry.answers }) { todos[place].isDone = true }
        default: break
        }
    }

    private mutating func take(_ change: IncidentChange) {
        if let title = change.title { self.title = title }
        if let severity = change.severity { self.severity = severity }
        if let impact = change.impact { self.impact = impact }
        if let commander = change.commander { self.commander = commander }
        if let scribe = change.scribe { self.scribe = scribe }
        for name in change.responders where !responders.contains(name) { responders.append(name) }
    }

    private mutating func take(_ containment: Containment, _ action: TimelineAction, _ time: Date) {
        guard let place = containments.firstIndex(where: { $0.containment.id == containment.id }) else {
            containments.append(ContainmentRecord(containment, ContainmentRecord.State(action) ?? .begun, time))
            return
        }
        containments[place].take(containment, action)
    }
}
