import Glibc

/// The time and the waiting of the client, so that tests need neither.
public protocol ClientClock: Sendable {
    /// Seconds since 1970-01-01 UTC.
    func now() -> Double
    /// Waits; throws when the task is cancelled.
    func sleep(seconds: Double) async throws(CancellationError)
}

/// The machine's clock.
public struct SystemClock: ClientClock {
    public init() {}

    public func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    public func sleep(seconds: Double) async throws(CancellationError) {
        do {
            try await Task.sleep(for: .milliseconds(Int64((max(0, seconds) * 1000).rounded(.up))))
        } catch {
            throw CancellationError()
        }
    }
}
