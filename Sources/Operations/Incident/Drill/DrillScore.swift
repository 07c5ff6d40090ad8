import FoundationEssentials

/// How a drill went, against the times of the runbook (docs/incident.md).
public struct DrillScore: Equatable, Sendable {
    /// One try of the drill's intruder.
    public struct Attempt: Equatable, Sendable {
        public let time: Date
        /// Whether it got what it asked for.
        public let isRead: Bool

        public init(time: Date, isRead: Bool) {
            self.time = time
            self.isRead = isRead
        }
    }

    /// One goal and when it was reached.
    public struct Goal: Equatable, Sendable {
        public let name: String
        /// Seconds since the drill's beginning; nil if it was not reached.
        public let seconds: Double?
        /// What the runbook allows, in seconds.
        public let allowed: Double

        public var isInTime: Bool { seconds.map { $0 <= allowed } ?? false }
    }

    public let goals: [Goal]
    /// How many reads succeeded before the intruder was stopped.
    public let reads: Int
    /// Whether somebody spent time on the key that leads nowhere.
    public let tookDecoy: Bool
    public let isReported: Bool

    /// - Parameters:
    ///   - timeline: of the incident that was opened for it; nil if none was.
    ///   - leaked: the leaked secret's reference.
    ///   - decoy: the id of the key that leads nowhere.
    public init(began: Date, attempts: [Attempt], timeline: Timeline?, leaked: String, decoy: String) {
        let entries = (timeline?.entries ?? []).filter { $0.time >= began }
        func first(_ isWanted: (TimelineEntry) -> Bool) -> Double? {
            entries.first(where: isWanted).map { $0.time.timeIntervalSince(began) }
        }
        let lastRead = attempts.last { $0.isRead }?.time
        // It is stopped once it has been refused and nothing was read behind that.
        let stopped = attempts.first { attempt in !attempt.isRead && (lastRead.map { attempt.time > $0 } ?? true) }
        let finished = entries.last { entry in
            entry.action.rawValue == "apply.finished" && entry.result == "done"
                && (entry.target ?? "").hasPrefix(leaked)
        }
        let validated = entries.last { $0.moment == .recovered }
        goals = [
            Goal(name: "incident opened", seconds: first { $0.action == .opened }, allowed: 900),
            Goal(
                name: "value found", seconds: first { $0.action.rawValue == "match.done" }, allowed: 900),
            Goal(
                name: "intruder stopped", seconds: stopped.map { $0.time.timeIntervalSince(began) }, allowed: 1800),
            Goal(
                name: "secret rotated", seconds: finished.map { $0.time.timeIntervalSince(began) }, allowed: 3600),
            Goal(
                name: "recovery validated", seconds: validated.map { $0.time.timeIntervalSince(began) }, allowed: 5400)
        ]
        reads = attempts.count { $0.isRead }
        tookDecoy = entries.contains { $0.containment?.reference == "accesskey:" + decoy }
        isReported = entries.contains { $0.action == .exported }
    }

    /// A line a goal, then what else is worth saying.
    public var lines: [String] {
        let width = goals.map(\.name.count).max() ?? 0
        var lines = goals.map { goal in
            let padding = String(repeating: " ", count: width - goal.name.count + 2)
            let time = ReportDuration.text(goal.seconds)
            let verdict = goal.seconds == nil ? "not reached" : goal.isInTime ? "in time" : "too late"
            return "  \(goal.name)\(padding)\(time) of \(ReportDuration.text(goal.allowed)): \(verdict)"
        }
        lines.append("  the intruder read \(reads) times")
        if tookDecoy {
            lines.append("  time went to a key that leads nowhere: triage tells that it is inactive and never used")
        }
        lines.append(isReported ? "  the report was written" : "  no report was written: curtain incident export")
        return lines
    }
}
