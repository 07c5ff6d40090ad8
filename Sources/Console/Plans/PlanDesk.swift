import Operations

/// The run of this console: one at a time. Or one that another process carries out, which is only followed.
@MainActor
final class PlanDesk {
    private struct Running {
        let number: Int
        let stop: StopSignal
        let task: Task<Void, Never>
        /// Whether the run ends with the console.
        let isOwn: Bool
    }

    private var running: Running?
    private var lastNumber = 0

    /// Whether a run of this console is under way.
    var isRunning: Bool { running?.isOwn ?? false }

    /// Whether nothing is carried out or followed.
    var isIdle: Bool { running == nil }

    /// Starts a run beside everything else. It is never cancelled: what it has begun it ends or stops behind. What was
    /// followed is let be.
    func start(stop: StopSignal, _ body: @escaping @Sendable () async -> Void) {
        start(stop: stop, isOwn: true) { await Task.detached { await body() }.value }
    }

    /// Follows what another process does, until that is over or the console turns to something else.
    func follow(stop: StopSignal, _ body: @escaping @Sendable () async -> Void) {
        start(stop: stop, isOwn: false, body)
    }

    private func start(stop: StopSignal, isOwn: Bool, _ body: @escaping @Sendable () async -> Void) {
        letBe()
        lastNumber += 1
        let number = lastNumber
        let task = Task {
            await body()
            if running?.number == number { running = nil }
        }
        running = Running(number: number, stop: stop, task: task, isOwn: isOwn)
    }

    /// Asks the run to stop behind the call that is under way.
    func stop() { running?.stop.stop() }

    /// The console ends: its own run stops, another's goes on.
    func leave() {
        if isRunning { stop() } else { letBe() }
    }

    /// Returns when no run is under way any more.
    func settle() async { if isRunning { await running?.task.value } }

    private func letBe() {
        guard let running, !running.isOwn else { return }
        running.task.cancel()
        self.running = nil
    }
}
