import FoundationEssentials
import Inventory
import Operations

/// The ability to say who depends on what.
public protocol ConsumerAsking: Sendable {
    /// The graph of the account, read anew if that is asked for or the last time is a while ago.
    func graph(account: String, again: Bool) async throws(OperationFailure) -> ConsumerGraph

    /// The graph with the times of the versions that decide about drift.
    func driftGraph(account: String, again: Bool) async throws(OperationFailure) -> ConsumerGraph

    /// What `check` and `cost` look at.
    func checked(
        account: String, again: Bool, _ scope: CheckedFacts.Scope
    ) async throws(OperationFailure) -> CheckedFacts

    /// Who read the thing in the last day.
    ///
    /// - Parameter early: takes the answer as far as it goes while the days before are still asked for, with which it is
    ///   compared.
    func access(
        _ reference: Reference?, account: String, own: String, early: @Sendable (AccessReport) -> Void
    ) async throws(OperationFailure) -> (report: AccessReport, gaps: [String])
}
