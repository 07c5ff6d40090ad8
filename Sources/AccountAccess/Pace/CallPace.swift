import Synchronization

/// How fast one service may be asked, learnt from what it turns away.
///
/// Free until the first throttling. Then calls are spread: at first at half the rate that went through, after that, as
/// soon as the service's own limit shows, just below it; from there the rate climbs a little until the next refusal.
/// The SDKs' adaptive mode does the same for single calls, but goes down to seven tenths each time and sleeps between
/// tries, which leaves a list waiting.
final class CallPace: Sendable {
    private struct State {
        /// Calls a second; nil while nothing is turned away.
        var rate: Double?
        /// The rate to come back to within a second.
        var aim = 0.0
        var changed = 0.0
        /// Successes since the last change, or within the last second.
        var successes: [Double] = []
        var nextTurn = 0.0
        var lastSuccess: Double?
        var turnedAway = 0
        var notBefore = 0.0
    }

    /// Seconds in which one burst of refusals counts once.
    static let settling = 0.25
    static let lowest = 0.5

    private let state = Mutex(State())

    /// Seconds to wait before the call; the turn is taken.
    func turn(at now: Double) -> Double {
        state.withLock { state in
            guard let rate = Self.rate(state, now) else { return max(0, state.notBefore - now) }
            let turn = max(state.nextTurn, now, state.notBefore)
            state.nextTurn = turn + 1 / rate
            return turn - now
        }
    }

    func succeeded(at now: Double) {
        state.withLock { state in
            state.successes.append(now)
            state.lastSuccess = now
            if state.successes.count > 1024 { state.successes.removeFirst(512) }
        }
    }

    /// - Parameter wish: seconds that the service asks to be left alone.
    func refused(at now: Double, wish: Double?) {
        state.withLock { state in
            state.turnedAway += 1
            if let wish { state.notBefore = max(state.notBefore, now + min(wish, 20)) }
            let isFirst = state.rate == nil
            guard isFirst || now - state.changed >= Self.settling else { return }
            let from = isFirst ? now - 1 : max(state.changed, now - 1)
            let count = state.successes.count { $0 > from }
            let since = isFirst ? max(Self.settling, now - max(from, state.successes.first ?? from)) : now - from
            let measured = max(Self.lowest, Double(count) / since)
            state.aim = measured
            state.rate = max(Self.lowest, isFirst ? measured / 2 : measured * 0.95)
            state.changed = now
            state.successes = []
            state.nextTurn = max(state.nextTurn, now)
        }
    }

    /// How many calls were turned away so far.
    var turnedAway: Int { state.withLock { $0.turnedAway } }

    /// Seconds since anything went through; nil if nothing has yet.
    func silence(at now: Double) -> Double? { state.withLock { state in state.lastSuccess.map { now - $0 } } }

    /// Back to the aim within a second, then two in a hundred more each second, and faster after ten.
    private static func rate(_ state: State, _ now: Double) -> Double? {
        guard let low = state.rate else { return nil }
        let elapsed = max(0, now - state.changed)
        if elapsed < 1 { return max(low, low + (state.aim - low) * elapsed) }
        let aim = max(low, state.aim)
        return elapsed < 10 ? aim * (1 + 0.02 * elapsed) : aim * (1.2 + 0.2 * (elapsed - 10))
    }
}
