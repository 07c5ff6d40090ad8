import Testing

@testable import AccountAccess

@Suite("The pace of calls")
struct CallPaceTests {
    /// A service that allows so many calls a second, with one second's worth at once.
    struct Service {
        let limit: Double
        var tokens: Double
        var last = 0.0

        init(_ limit: Double) {
            self.limit = limit
            tokens = limit
        }

        mutating func admits(at now: Double) -> Bool {
            tokens = min(limit, tokens + (now - last) * limit)
            last = now
            guard tokens >= 1 else { return false }
            tokens -= 1
            return true
        }
    }

    /// Callers that ask as fast as they may, each answer after 25 ms; `done` and `refused` in so many seconds.
    private func run(callers: Int, limit: Double, seconds: Double, latency: Double = 0.025) -> (done: Int, refused: Int)
    {
        let pace = CallPace()
        var service = Service(limit)
        /// When each caller's answer is there, or the caller asks for its turn.
        var events: [(time: Double, isAnswer: Bool, isGood: Bool)] = (0..<callers).map { _ in (0, false, false) }
        var (done, refused) = (0, 0)
        while let next = events.indices.min(by: { events[$0].time < events[$1].time }), events[next].time < seconds {
            let now = events[next].time
            if events[next].isAnswer {
                if events[next].isGood { pace.succeeded(at: now) } else { pace.refused(at: now, wish: nil) }
            }
            let sent = now + pace.turn(at: now)
            let isGood = service.admits(at: sent)
            if isGood { done += 1 } else { refused += 1 }
            events[next] = (sent + latency, true, isGood)
        }
        return (done, refused)
    }

    @Test(
        "a limit is used at nine tenths or more, and few calls are turned away",
        arguments: [(1, 30.0), (4, 40.0), (24, 40.0), (24, 15.0), (8, 200.0)])
    func utilisation(callers: Int, limit: Double) {
        let seconds = 20.0
        let (done, refused) = run(callers: callers, limit: limit, seconds: seconds)
        // The burst at the beginning is not the pace's doing.
        #expect(Double(done) - limit > limit * (seconds - 1) * 0.9, "\(done) done, \(refused) refused")
        // Those under way when the limit first shows, twice; then one in twenty.
        #expect(refused < callers * 2 + done / 20, "\(done) done, \(refused) refused")
    }

    @Test("nothing is held back before the first refusal, and a wish to be left alone is kept")
    func free() {
        let pace = CallPace()
        for number in 0..<1000 { #expect(pace.turn(at: Double(number) / 1000) == 0) }
        pace.refused(at: 1, wish: 3)
        #expect(pace.turn(at: 1.1) >= 2.9)
        #expect(pace.turnedAway == 1)
    }

    @Test("when the limit is lifted the rate comes back")
    func lifted() {
        let pace = CallPace()
        for number in 0..<40 { pace.succeeded(at: Double(number) / 40) }
        pace.refused(at: 1, wish: nil)
        var sent = 0
        var now = 1.0
        while now < 40 {
            now += max(0.001, pace.turn(at: now))
            pace.succeeded(at: now)
            if now > 38, now < 39 { sent += 1 }
        }
        #expect(sent > 100)
    }
}
