import FoundationEssentials
import Operations

/// The machine's time, for a run.
struct MachineClock: RunClock {
    func now() -> Date { Date() }

    func sleep(seconds: Double) async {
        // Cancelled: the pause ends early, and the run looks at what it is to do.
        try? await Task.sleep(for: .milliseconds(Int64(seconds * 1000)))
    }
}
