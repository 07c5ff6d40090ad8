import AuditTrail
import Console
import ConsoleViewModels
import Operations
import Synchronization
import Testing

/// A workshop that makes the plan it was given, and fails the test when a run gets as far as the account.
final class PlayedWorkshop: PlanWorkshop {
    let store: PlanStore
    let region = "eu-west-1"
    private let made = Mutex<Result<Plan, OperationFailure>?>(nil)
    /// Waited for inside `make`.
    private let wishes = Mutex<[PlanWish]>([])

    init(_ store: PlanStore) { self.store = store }

    var asked: [PlanWish] { wishes.withLock { $0 } }
    func play(_ result: Result<Plan, OperationFailure>) { made.withLock { $0 = result } }

    func make(
        _ wish: PlanWish, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> (plan: Plan, unseen: [String]) {
        wishes.withLock { $0.append(wish) }
        guard context.actorARN != nil else { throw OperationFailure(.ownFault, "nobody knows who plans this") }
        guard let result = made.withLock({ $0 }) else { throw OperationFailure(.ownFault, "no plan was announced") }
        let plan = try result.get()
        try store.add(plan)
        return (plan, ["iam:GetRole was denied"])
    }

    func retirement(
        of plan: Plan, _ progress: PlanProgress, note: String, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> Retirement {
        throw OperationFailure(.notFound, "the test announced no retirement of \(plan.id)")
    }

    func tools(for claim: PlanClaim, as context: AuditContext) -> RunTools {
        preconditionFailure("a run that was to be refused has begun")
    }

    private let detached = Mutex<[PlanOrder]>([])
    private let stops = Mutex<[PlanID]>([])

    /// What was to run on its own, and what was asked to stop.
    var started: [PlanOrder] { detached.withLock { $0 } }
    var stopped: [PlanID] { stops.withLock { $0 } }

    func startDetached(_ order: PlanOrder, _ id: PlanID) async throws(OperationFailure) -> Int32 {
        detached.withLock { $0.append(order) }
        return 4711
    }

    func stopDetached(_ id: PlanID) throws(OperationFailure) { stops.withLock { $0.append(id) } }
}
