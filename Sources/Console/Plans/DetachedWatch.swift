import ConsoleViewModels
import Operations

/// Follows a run that another process carries out, by what its journal says.
struct DetachedWatch {
    static let pause = Duration.milliseconds(300)
    /// How many looks at the journal there are between two looks whether the process still lives.
    private static let looks = 7

    private let store: PlanStore
    private let id: PlanID
    private let plan: Plan
    private let steps: [StepKey: PlanStep]
    private let follower: RunFollower
    private let clock: @Sendable () -> Double
    /// How many entries were told.
    private var told: Int
    private var untilAsked = Self.looks

    /// - Parameter tell: gets a picture whenever there is news.
    init(
        _ store: PlanStore, _ id: PlanID, _ command: PlanCommand, process: Int32?,
        clock: @escaping @Sendable () -> Double, tell: @escaping @Sendable (PlanFollow) -> Void
    ) throws(OperationFailure) {
        self.store = store
        self.id = id
        self.clock = clock
        let entries = try store.entries(of: id)
        let progress = PlanProgress(entries)
        plan = try store.plan(id).plan
        let rollout = progress.rollout ?? plan.rollout
        let all = plan.steps(in: rollout)
        steps = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        follower = RunFollower(
            plan, command, progress: progress, rollout: rollout, steps: all, process: process, clock: clock, tell: tell)
        told = entries.count
        tell(follower.picture)
    }

    /// Tells what is new; false when nobody runs the plan any more, which is told too.
    mutating func look() async throws(OperationFailure) -> Bool {
        let entries = try store.entries(of: id)
        for entry in entries.dropFirst(told) {
            switch entry.event {
            case .intent(let key, let direction, _):
                if let step = steps[key] { follower.observe(.began(step, direction)) }
            case .outcome(let key, let direction, let result, _, _, let words):
                if let step = steps[key] { follower.observe(.ended(step, direction, result, words)) }
            case .started, .ended: break
            }
        }
        told = max(told, entries.count)
        untilAsked -= 1
        if case .ended? = entries.last?.event { untilAsked = 0 }
        guard untilAsked <= 0 else { return true }
        untilAsked = Self.looks
        guard try !store.isRunning(id) else { return true }
        let progress = PlanProgress(try store.entries(of: id))
        let status = PlanStatus(plan, progress, isRunning: false)
        follower.end(
            progress, PlanFollow.Ending(state: PlanState(status, progress), at: clock(), words: status.words ?? ""))
        return false
    }
}
