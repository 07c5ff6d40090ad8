import Operations

/// Says what another process does with a plan, from its journal, until nobody runs it.
struct PlanFollowing {
    private static let pause = Duration.milliseconds(200)

    let store: PlanStore
    let id: PlanID
    let quiet: Bool

    func toTheEnd() async throws {
        let (plan, _) = try store.plan(id)
        let watcher = RunWatcher(plan, rollout: try store.plan(id).progress.rollout ?? plan.rollout, quiet: quiet)
        let steps = Dictionary(
            plan.steps(in: try store.plan(id).progress.rollout ?? plan.rollout).map { ($0.key, $0) },
            uniquingKeysWith: { $1 })
        var told = try store.entries(of: id).count
        while true {
            // Asked before the journal is read: what is written last is not missed.
            let isRunning = try store.isRunning(id)
            let entries = try store.entries(of: id)
            for entry in entries.dropFirst(told) {
                guard case .outcome(let key, let direction, let result, _, _, let words) = entry.event,
                    let step = steps[key]
                else { continue }
                watcher.observe(.ended(step, direction, result, words))
            }
            told = entries.count
            guard isRunning else { return }
            try await Task.sleep(for: Self.pause)
        }
    }
}
