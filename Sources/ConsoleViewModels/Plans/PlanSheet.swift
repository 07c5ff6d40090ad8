import Inventory

/// A plan in words, to be read before it is carried out. There is no value in it.
public struct PlanSheet: Sendable, Equatable {
    public struct Step: Sendable, Equatable {
        public let action: String
        /// The calls with redacted arguments.
        public let call: String
        /// How it is taken back; empty if it is not.
        public let undo: String
        public let reference: Reference
        /// From 1; nil before and behind the waves.
        public let wave: Int?

        public init(action: String, call: String, undo: String, reference: Reference, wave: Int?) {
            self.action = action
            self.call = call
            self.undo = undo
            self.reference = reference
            self.wave = wave
        }
    }

    /// A thing and what is to be said about it.
    public struct Remark: Sendable, Equatable {
        public let reference: Reference
        public let words: String

        public init(_ reference: Reference, _ words: String) {
            self.reference = reference
            self.words = words
        }
    }

    public let id: String
    /// `rotate secret`, `redeploy`
    public let work: String
    public let subject: Reference
    public let account: String
    public let region: String
    /// Seconds since 1970-01-01 UTC.
    public let created: Double
    public let state: PlanState
    public let done: Int
    public let of: Int
    /// Overlap or cutover, and where the new value comes from.
    public let values: [String]
    /// Whether the new value is typed when the plan is applied.
    public let asksValue: Bool
    /// Whether a value changes, so that applying needs a note.
    public let needsNote: Bool
    public let safeToStop: String
    /// How many functions it changes.
    public let functions: Int
    public let steps: [Step]
    public let holders: [Remark]
    public let readers: [Remark]
    public let leftOut: [Remark]
    /// What has failed or needs a person.
    public let problems: [Remark]
    public let checks: [String]
    public let cannotUndo: [String]
    public let warnings: [String]
    public let permissions: [String]
    public let estimate: String
    /// nil unless it waits for a person.
    public let waits: PlanWait?

    public init(
        id: String, work: String, subject: Reference, account: String, region: String, created: Double,
        state: PlanState, done: Int, of: Int, values: [String], asksValue: Bool, needsNote: Bool, safeToStop: String,
        functions: Int, steps: [Step], holders: [Remark], readers: [Remark], leftOut: [Remark], problems: [Remark],
        checks: [String], cannotUndo: [String], warnings: [String], permissions: [String], estimate: String,
        waits: PlanWait? = nil
    ) {
        self.id = id
        self.work = work
        self.subject = subject
        self.account = account
        self.region = region
        self.created = created
        self.state = state
        self.done = done
        self.of = of
        self.values = values
        self.asksValue = asksValue
        self.needsNote = needsNote
        self.safeToStop = safeToStop
        self.functions = functions
        self.steps = steps
        self.holders = holders
        self.readers = readers
        self.leftOut = leftOut
        self.problems = problems
        self.checks = checks
        self.cannotUndo = cannotUndo
        self.warnings = warnings
        self.permissions = permissions
        self.estimate = estimate
        self.waits = waits
    }
}
