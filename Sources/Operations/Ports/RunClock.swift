import FoundationEssentials

/// The time and the waiting of a run, so that tests need neither.
public protocol RunClock: Sendable {
    func now() -> Date
    /// Ends early when the task is cancelled.
    func sleep(seconds: Double) async
}
