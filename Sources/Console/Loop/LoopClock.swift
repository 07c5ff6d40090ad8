import ConsoleViewModels
import Glibc

/// The clocks of the machine, read once for each event.
enum LoopClock {
    /// What the clocks say now. (The C function clock_gettime.)
    static func read() -> ClockReading {
        ClockReading(wall: seconds(CLOCK_REALTIME), monotonic: seconds(CLOCK_MONOTONIC))
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
