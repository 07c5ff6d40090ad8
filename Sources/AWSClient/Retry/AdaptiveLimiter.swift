import Synchronization

/// The client-side rate limiter of the SDKs' adaptive mode. Idle until the first throttling.
final class AdaptiveLimiter: Sendable {
    private struct State {
        var isEnabled = false
        var cubic: CubicRate
        var meter: RateMeter
        var bucket = TokenBucket(rate: 1)
    }

    private let state: Mutex<State>

    init(time: Double) { state = Mutex(State(cubic: CubicRate(time: time), meter: RateMeter(time: time))) }

    /// Seconds to wait before asking again; 0 if the request may go.
    func wait(at time: Double) -> Double {
        state.withLock { $0.isEnabled ? $0.bucket.take(at: time) : 0 }
    }

    /// Learns from an answer, throttled or not.
    func record(throttled: Bool, at time: Double) {
        state.withLock { state in
            let measured = state.meter.record(at: time)
            let rate: Double
            if throttled {
                rate = state.cubic.afterThrottling(
                    rate: state.isEnabled ? min(measured, state.bucket.rate) : measured, at: time)
                state.isEnabled = true
            } else {
                rate = state.cubic.afterSuccess(at: time)
            }
            state.bucket.setRate(min(rate, 2 * measured), at: time)
        }
    }

    /// Requests a second that are allowed now; nil before the first throttling.
    var rate: Double? { state.withLock { $0.isEnabled ? $0.bucket.rate : nil } }
}
