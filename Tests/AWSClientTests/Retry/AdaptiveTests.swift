import Testing

@testable import AWSClient

@Suite("Adaptive mode")
struct AdaptiveTests {
    /// The published table of the SDK reference (also botocore's unit test of its cubic calculator).
    @Test("the CUBIC rate after one failure at 10 a second")
    func cubic() {
        var cubic = CubicRate(startingAt: 10, time: 5)
        let steps: [(Double, Double)] = [
            (5, 7), (6, 9.64893601), (7, 10.00003085), (8, 10.45328452), (9, 13.40869703),
            (10, 21.26626836), (11, 36.42599853)
        ]
        for (time, rate) in steps { #expect(abs(cubic.afterSuccess(at: time) - rate) < 1e-6, "\(time)") }
        #expect(abs(cubic.afterThrottling(rate: 100, at: 20) - 70) < 1e-9)
        #expect(abs(cubic.afterSuccess(at: 20) - 70) < 1e-9)
    }

    @Test("the meter's smoothing")
    func meter() {
        var meter = RateMeter(time: 0)
        #expect(meter.record(at: 1) == 0.8)
        var steady = RateMeter(time: 0)
        for second in 1...20 { _ = steady.record(at: Double(second)) }
        #expect(abs(steady.rate - 1) < 1e-6)
    }

    @Test("the bucket gives as many tokens as its rate, and none for free")
    func bucket() {
        var bucket = TokenBucket(rate: 2)
        #expect(bucket.take(at: 0) == 0.5)
        #expect(bucket.take(at: 0.5) == 0)
        #expect(bucket.take(at: 0.5) == 0.5)
        #expect(bucket.take(at: 100) == 0)
        #expect(bucket.take(at: 100) == 0)
        #expect(bucket.take(at: 100) == 0.5)
        bucket.setRate(0.1, at: 100)
        #expect(bucket.rate == 0.5)
    }

    @Test("nothing waits before the first throttling; after it calls are spread")
    func limiter() {
        let limiter = AdaptiveLimiter(time: 0)
        for number in 0..<100 {
            #expect(limiter.wait(at: Double(number) / 20) == 0)
            limiter.record(throttled: false, at: Double(number) / 20)
        }
        #expect(limiter.rate == nil)
        limiter.record(throttled: true, at: 5)
        let rate = limiter.rate ?? 0
        #expect(rate > 10 && rate < 15)
        let burst = (0..<30).prefix { _ in limiter.wait(at: 5) == 0 }.count
        #expect(burst < 16)
    }

    @Test("a server that allows 40 a second is used at nine tenths or more, and its refusals stay few")
    func utilisation() {
        let limiter = AdaptiveLimiter(time: 0)
        var server = TokenBucket(rate: 40)
        var now = 0.0
        var done = 0
        var refused = 0
        // One caller with no latency, so that only the limiter holds it back; 120 seconds.
        while now < 120 {
            let wait = limiter.wait(at: now)
            if wait > 0 {
                now += wait
                continue
            }
            now += 0.005
            let isRefused = server.take(at: now) > 0
            limiter.record(throttled: isRefused, at: now)
            if isRefused { refused += 1 } else { done += 1 }
        }
        #expect(done > 120 * 40 * 9 / 10)
        #expect(refused < done / 50)
    }
}
