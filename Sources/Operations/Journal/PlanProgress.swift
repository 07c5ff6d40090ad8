/// How far a plan has come, from its journal alone.
public struct PlanProgress: Sendable, Equatable {
    /// What the journal tells of one step in one direction.
    public struct Trace: Sendable, Equatable {
        /// How often it was about to act.
        public var attempts = 0
        /// Its last outcome; nil while there is none, or a new intent came after it.
        public var result: StepResult?
        public var facts: Facts = [:]
        public var requestIDs: [String] = []
        public var words: String?

        public init() {}
    }

    private var forward: [StepKey: Trace] = [:]
    private var back: [StepKey: Trace] = [:]
    /// The rollout of the last run that went forward.
    public private(set) var rollout: Rollout?
    /// What was asked for last, and how that ended; nil while it runs or if it died.
    public private(set) var command: RunCommand?
    public private(set) var end: RunEnd?
    public private(set) var words: String?
    /// Whether everything has reached the new state and nothing was taken back since.
    public private(set) var wasFinished = false

    public init() {}

    public init(_ entries: [JournalEntry]) {
        for entry in entries { add(entry.event) }
    }

    public subscript(step: StepKey, direction: Direction) -> Trace {
        switch direction {
        case .forward: forward[step] ?? Trace()
        case .back: back[step] ?? Trace()
        }
    }

    /// Whether a run has begun.
    public var isBegun: Bool { command != nil }

    /// Whether the step may have changed something that is not taken back yet.
    public func mayHaveChanged(_ step: StepKey) -> Bool {
        let trace = self[step, .forward]
        return (trace.attempts > 0 || trace.result == .done) && self[step, .back].result != .done
    }

    public mutating func add(_ event: JournalEntry.Event) {
        switch event {
        case .started(let command, let rollout):
            self.command = command
            end = nil
            words = nil
            switch command {
            case .apply, .resume: self.rollout = rollout
            case .rollback: wasFinished = false
            case .retire: break
            }
        case .intent(let step, let direction, let facts):
            change(step, direction) { trace in
                trace.attempts += 1
                trace.result = nil
                trace.facts.merge(facts) { $1 }
            }
        case .outcome(let step, let direction, let result, let facts, let requestID, let words):
            change(step, direction) { trace in
                trace.result = result
                trace.facts.merge(facts) { $1 }
                if let requestID { trace.requestIDs.append(requestID) }
                trace.words = words
            }
        case .ended(let end, let words):
            self.end = end
            self.words = words
            if end == .finished { wasFinished = true }
        }
    }

    private mutating func change(_ step: StepKey, _ direction: Direction, _ body: (inout Trace) -> Void) {
        switch direction {
        case .forward: body(&forward[step, default: Trace()])
        case .back: body(&back[step, default: Trace()])
        }
    }
}
