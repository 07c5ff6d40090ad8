import Synchronization

@testable import AWSClient

/// A clock that stands still but for the waiting, which it notes and skips.
final class FakeClock: ClientClock {
    private let state: Mutex<(now: Double, sleeps: [Double])>

    init(_ now: Double = 1_440_938_160) { state = Mutex((now, [])) }

    func now() -> Double { state.withLock { $0.now } }

    func sleep(seconds: Double) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        state.withLock { state in
            state.now += seconds
            state.sleeps.append(seconds)
        }
    }

    func advance(_ seconds: Double) { state.withLock { $0.now += seconds } }

    var sleeps: [Double] { state.withLock { $0.sleeps } }
}
