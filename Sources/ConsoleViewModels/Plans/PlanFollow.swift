import Inventory

/// How a run goes that this console carries out, or follows: a row for each function and for each step before and behind them.
public struct PlanFollow: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public enum State: String, Sendable, Equatable {
            case todo, run, done, failed, undone
            case leftOut = "left out"
            case needsPerson = "needs you"
        }

        public let reference: Reference
        /// The function, or the step that stands for itself.
        public let name: String
        public var state: State
        /// What is done to it now, or was last.
        public var step: String
        /// What it waits for, or why it ended so.
        public var words: String
        /// The steps of it that a rollback would take back now.
        public var undo: Int
        /// Seconds since 1970-01-01 UTC.
        public var began: Double?
        public var ended: Double?

        public init(
            reference: Reference, name: String, state: State = .todo, step: String = "", words: String = "",
            undo: Int = 0, began: Double? = nil, ended: Double? = nil
        ) {
            self.reference = reference
            self.name = name
            self.state = state
            self.step = step
            self.words = words
            self.undo = undo
            self.began = began
            self.ended = ended
        }
    }

    public let id: String
    public let command: PlanCommand
    public let subject: Reference
    public var rows: [Row]
    public var done: Int
    public var of: Int
    /// The wave under way, as in `wave 2 of 4`; empty outside of waves.
    public var wave: String
    public var safeToStop: Bool
    /// What a rollback would take back first.
    public var undo: String
    public var began: Double
    /// nil while it runs.
    public var ended: Ending?
    /// The process that runs it without this console; nil if the console does.
    public var process: Int32?

    public struct Ending: Sendable, Equatable {
        public let state: PlanState
        public let at: Double
        /// Why, and what to do; empty if all is well.
        public let words: String
        /// The run stopped because the new value must be typed.
        public let wantsValue: Bool

        public init(state: PlanState, at: Double, words: String, wantsValue: Bool = false) {
            self.state = state
            self.at = at
            self.words = words
            self.wantsValue = wantsValue
        }
    }

    public init(
        id: String, command: PlanCommand, subject: Reference, rows: [Row] = [], done: Int = 0, of: Int = 0,
        wave: String = "", safeToStop: Bool = true, undo: String = "", began: Double, ended: Ending? = nil,
        process: Int32? = nil
    ) {
        self.id = id
        self.command = command
        self.subject = subject
        self.rows = rows
        self.done = done
        self.of = of
        self.wave = wave
        self.safeToStop = safeToStop
        self.undo = undo
        self.began = began
        self.ended = ended
        self.process = process
    }
}
