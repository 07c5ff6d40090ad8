import AWSClient
import FoundationEssentials
import Operations
import Synchronization

/// A clock that is moved by waiting, for the client and the run.
final class FakeTime: ClientClock {
    private let state = Mutex(1_795_000_000.0)

    func now() -> Double { state.withLock { $0 } }
    func sleep(seconds: Double) async throws(CancellationError) { advance(seconds) }
    func advance(_ seconds: Double) { state.withLock { $0 += seconds } }

    /// The same time for a run.
    var forRun: any RunClock { OfRun(time: self) }

    private struct OfRun: RunClock {
        let time: FakeTime

        func now() -> Date { Date(timeIntervalSince1970: time.now()) }
        func sleep(seconds: Double) async { time.advance(seconds) }
    }
}
