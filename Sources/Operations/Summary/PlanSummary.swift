import FoundationEssentials
import Inventory

/// What a plan has done, from its file and its journal alone: what changed, when, under which request ids, and who may still
/// hold the old value until when. No value in it.
public struct PlanSummary: Sendable, Equatable {
    /// One step that was done, or tried.
    public struct Change: Sendable, Equatable {
        /// The step's name in the journal.
        public let step: StepKey
        public let direction: Direction
        /// Its first intent, or its outcome where it had none.
        public let began: Date
        /// Its last outcome; nil if there is none.
        public let ended: Date?
        public let result: StepResult?
        public let requestIDs: [String]
        /// The version of a secret, parameter or function that came out of it.
        public let version: String?
        public let words: String?
    }

    /// What may still hold or use the old value.
    public struct Holder: Sendable, Equatable {
        public let reference: Reference
        /// Until when at most; nil if that is not known, or for ever.
        public let until: Date?
        public let words: String

        public init(_ reference: Reference, until: Date?, _ words: String) {
            self.reference = reference
            self.until = until
            self.words = words
        }
    }

    public let plan: Plan
    public let state: PlanStatus.State
    /// The first run's start, and the last run's end.
    public let began: Date?
    public let ended: Date?
    /// What was changed, in the order in which it was begun; steps that only look and wait are not here unless they failed.
    public let changes: [Change]
    public let holders: [Holder]
    /// What did not come to its end.
    public let problems: [RunProblem]

    public init(_ plan: Plan, _ entries: [JournalEntry], isRunning: Bool) {
        let progress = PlanProgress(entries)
        let status = PlanStatus(plan, progress, isRunning: isRunning)
        self.plan = plan
        state = status.state
        began = entries.first?.time
        ended = entries.last { if case .ended = $0.event { true } else { false } }?.time
        changes = Self.changes(plan, entries)
        holders = Self.holders(plan, progress, entries, status.state)
        problems = status.failed + status.needsPerson
    }

    private static func changes(_ plan: Plan, _ entries: [JournalEntry]) -> [Change] {
        struct Trace {
            var began: Date
            var ended: Date?
            var result: StepResult?
            var requestIDs: [String] = []
            var facts: Facts = [:]
            var words: String?
            var acted = false
        }
        struct Name: Hashable {
            let step: StepKey
            let direction: Direction
        }
        var order: [Name] = []
        var traces: [Name: Trace] = [:]
        func trace(_ step: StepKey, _ direction: Direction, _ time: Date, _ body: (inout Trace) -> Void) {
            let name = Name(step: step, direction: direction)
            if traces[name] == nil { order.append(name) }
            body(&traces[name, default: Trace(began: time)])
        }
        for entry in entries {
            switch entry.event {
            case .started, .ended: continue
            case .intent(let step, let direction, let facts):
                trace(step, direction, entry.time) {
                    $0.acted = true
                    $0.facts.merge(facts) { $1 }
                }
            case .outcome(let step, let direction, let result, let facts, let requestID, let words):
                trace(step, direction, entry.time) {
                    $0.ended = entry.time
                    $0.result = result
                    $0.facts.merge(facts) { $1 }
                    if let requestID { $0.requestIDs.append(requestID) }
                    $0.words = words
                }
            }
        }
        return order.compactMap { name in
            guard let trace = traces[name], trace.acted || trace.result != .done else { return nil }
            return Change(
                step: name.step, direction: name.direction, began: trace.began, ended: trace.ended,
                result: trace.result, requestIDs: trace.requestIDs, version: trace.facts[.version],
                words: trace.words)
        }
    }
}
