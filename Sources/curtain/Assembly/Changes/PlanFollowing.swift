import Operations

/// Says what another process does with a plan, from what is added to its journal, until nobody runs it.
struct PlanFollowing {
    private static let pause = Duration.milliseconds(200)

    let store: PlanStore
    let id: PlanID
    let quiet: Bool

    func toTheEnd() async throws {
        let (plan, progress) = try store.plan(id)
        let rollout = progress.rollout ?? plan.rollout
        let watcher = RunWatcher(plan, rollout: rollout, quiet: quiet)
        let steps = Dictionary(plan.steps(in: rollout).map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        var tail = try store.tail(of: id)
        // What is behind it already is not told.
        _ = try tail.look()
        while true {
            // Asked before the journal is read: what is written last is not missed.
            let isRunning = try store.isRunning(id, patience: 0)
            if case .added(let entries) = try tail.look() { tell(entries, steps, watcher) }
            guard isRunning else { return }
            try await Task.sleep(for: Self.pause)
        }
    }

    private func tell(_ entries: [JournalEntry], _ steps: [StepKey: PlanStep], _ watcher: RunWatcher) {
        for entry in entries {
            guard case .outcome(let key, let direction, let result, _, _, let words) = entry.event,
                let step = steps[key]
            else { continue }
            watcher.observe(.ended(step, direction, result, words))
        }
    }
}
