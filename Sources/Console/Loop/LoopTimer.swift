import Dispatch

/// The one timer of the loop: rings once at the time the model asks for. Between its rings nothing runs.
@MainActor
final class LoopTimer {
    /// Made when somebody listens: Dispatch ends the process over a source that is given up before it ran.
    private var source: (any DispatchSourceTimer)?

    func listen(_ body: @escaping @MainActor @Sendable () -> Void) {
        let source = DispatchSource.makeTimerSource(queue: .main)
        source.setEventHandler { MainActor.assumeIsolated(body) }
        source.activate()
        self.source = source
    }

    /// Rings after so many seconds, and no longer at the time that was set before. Nothing before somebody listens.
    func ring(after seconds: Double) {
        source?.schedule(
            deadline: .now() + .nanoseconds(Int(max(0, min(seconds, 86_400)) * 1_000_000_000)),
            leeway: .milliseconds(1))
    }
}
