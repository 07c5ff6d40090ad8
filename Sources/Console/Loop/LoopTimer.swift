import Dispatch

/// The one timer of the loop: rings once at the time the model asks for, or before. Between its rings nothing runs.
@MainActor
final class LoopTimer {
    /// Made when somebody listens: Dispatch ends the process over a source that is given up before it ran.
    private var source: (any DispatchSourceTimer)?
    /// When it will ring, in seconds of the monotonic clock.
    private var due = Double.infinity

    func listen(_ body: @escaping @MainActor @Sendable () -> Void) {
        let source = DispatchSource.makeTimerSource(queue: .main)
        source.setEventHandler { [self] in
            MainActor.assumeIsolated {
                due = .infinity
                body()
            }
        }
        source.activate()
        self.source = source
    }

    /// Rings at that time, if not before. Nothing before somebody listens.
    ///
    /// Most keys put the next time off: a ring that comes too early and asks anew costs less than to set the timer with
    /// every key.
    func ring(at time: Double, now: Double) {
        guard let source, time < due else { return }
        due = time
        source.schedule(
            deadline: .now() + .nanoseconds(Int(max(0, min(time - now, 86_400)) * 1_000_000_000)),
            leeway: .milliseconds(1))
    }
}
