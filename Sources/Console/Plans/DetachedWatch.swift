import ConsoleViewModels
import Operations

/// Follows a run that another process carries out, by what is added to its journal.
struct DetachedWatch {
    static let pause = Duration.milliseconds(300)
    /// How many looks at the journal there are between two looks whether the process still lives.
    private static let looks = 7

    private let store: PlanStore
    private let plan: Plan
    private let command: PlanCommand
    private let process: Int32?
    private let clock: @Sendable () -> Double
    private let tell: @Sendable (PlanFollow) -> Void
    private var tail: JournalTail
    private var progress = PlanProgress()
    private var steps: [StepKey: PlanStep] = [:]
    /// nil until the first look.
    private var follower: RunFollower?
    private var untilAsked = Self.looks

    /// - Parameter tell: gets a picture whenever there is news.
    init(
        _ store: PlanStore, _ id: PlanID, _ command: PlanCommand, process: Int32?,
        clock: @escaping @Sendable () -> Double, tell: @escaping @Sendable (PlanFollow) -> Void
    ) throws(OperationFailure) {
        self.store = store
        self.command = command
        self.process = process
        self.clock = clock
        self.tell = tell
        plan = try store.plan(id).plan
        tail = try store.tail(of: id)
        try take()
    }

    /// Tells what is new; false when nobody runs the plan any more, which is told too.
    mutating func look() async throws(OperationFailure) -> Bool {
        try take()
        untilAsked -= 1
        guard untilAsked <= 0 || progress.end != nil else { return true }
        untilAsked = Self.looks
        guard try !store.isRunning(plan.id, patience: 0) else { return true }
        // What was written between the look and the end.
        try take()
        let status = PlanStatus(plan, progress, isRunning: false)
        follower?.end(
            progress, PlanFollow.Ending(state: PlanState(status, progress), at: clock(), words: status.words ?? ""))
        return false
    }

    private mutating func take() throws(OperationFailure) {
        switch try tail.look() {
        case .added(let entries):
            guard follower != nil else { return begin(entries) }
            for entry in entries { take(entry.event) }
        case .anew(let entries): begin(entries)
        }
    }

    /// The rows anew, from all that the journal has.
    private mutating func begin(_ entries: [JournalEntry]) {
        progress = PlanProgress(entries)
        let rollout = progress.rollout ?? plan.rollout
        let all = plan.steps(in: rollout)
        steps = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        let follower = RunFollower(
            plan, command, progress: progress, rollout: rollout, steps: all, process: process, clock: clock, tell: tell)
        self.follower = follower
        tell(follower.picture)
    }

    private mutating func take(_ event: JournalEntry.Event) {
        progress.add(event)
        switch event {
        case .intent(let key, let direction, _):
            if let step = steps[key] { follower?.observe(.began(step, direction)) }
        case .outcome(let key, let direction, let result, _, _, let words):
            if let step = steps[key] { follower?.observe(.ended(step, direction, result, words)) }
        case .started, .ended: break
        }
    }
}
