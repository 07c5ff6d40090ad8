import FoundationEssentials
import Inventory

/// The ability to look at what CloudTrail and CloudWatch have told up to now.
public protocol WatchReading: Sendable {
    /// The credentials as CloudTrail will name them. Throws `usage` for what leaves no trace there.
    func target(_ reference: Reference, since: Date?, now: Date) async throws(OperationFailure) -> WatchTarget

    /// One look at each region. What is denied is a problem of that look, not an error.
    func look(for targets: [WatchTarget]) async -> [WatchLook]

    /// Errors and throttles, a number a minute; throws where CloudWatch does not tell.
    func pulses(of functions: [String], minutes: Int, now: Date) async throws(OperationFailure) -> [FunctionPulse]
}
