import FoundationEssentials

/// One line of a plan's journal: an intent before something is changed, an outcome after it, and where a run began
/// and ended. Never a value.
public struct JournalEntry: Sendable, Equatable {
    public enum Event: Sendable, Equatable {
        case started(RunCommand, Rollout)
        /// About to act; on the disk before anything is sent.
        case intent(StepKey, Direction, Facts)
        case outcome(StepKey, Direction, StepResult, Facts, requestID: String?, words: String?)
        case ended(RunEnd, words: String?)
    }

    /// To the millisecond.
    public let time: Date
    public let event: Event

    public init(time: Date, _ event: Event) {
        self.time = time
        self.event = event
    }
}
