import Operations

/// The run of this console: one at a time.
@MainActor
final class PlanDesk {
    private struct Running {
        let stop: StopSignal
        let task: Task<Void, Never>
    }

    private var running: Running?

    var isRunning: Bool { running != nil }

    /// Starts a run beside everything else. It is never cancelled: what it has begun it ends or stops behind.
    func start(stop: StopSignal, _ body: @escaping @Sendable () async -> Void) {
        let task = Task {
            await Task.detached { await body() }.value
            running = nil
        }
        running = Running(stop: stop, task: task)
    }

    /// Asks the run to stop behind the call that is under way.
    func stop() { running?.stop.stop() }

    /// Returns when no run is under way any more.
    func settle() async { await running?.task.value }
}
