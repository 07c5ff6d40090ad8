import AuditTrail
import ConsoleViewModels
import Operations

/// The ability to make plans of this account, and what their runs work with.
public protocol PlanWorkshop: Sendable {
    /// The plans of this installation.
    var store: PlanStore { get }
    /// The region that plans are made for and carried out in.
    var region: String { get }

    /// Reads the account, makes a plan, keeps it and puts it on record. Changes nothing.
    ///
    /// - Returns: the plan, and what could not be looked at.
    func make(
        _ wish: PlanWish, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> (plan: Plan, unseen: [String])

    /// What still holds the old value of a plan that is done, and the steps that let it go. Reads the value, on record.
    func retirement(
        of plan: Plan, _ progress: PlanProgress, note: String, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> Retirement

    /// The account, the hook, the disk and the time for a run of a claimed plan.
    func tools(for claim: PlanClaim, as context: AuditContext) -> RunTools

    /// Starts the run in a process of its own, which goes on when this one is gone.
    ///
    /// - Returns: its process id, when the run has begun.
    func startDetached(_ order: PlanOrder, _ id: PlanID) async throws(OperationFailure) -> Int32

    /// Asks the process that runs the plan to stop behind the call that is under way.
    func stopDetached(_ id: PlanID) throws(OperationFailure)
}
