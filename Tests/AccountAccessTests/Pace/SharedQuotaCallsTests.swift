import AWSClient
import AWSServices
import AccountAccess
import SensitiveMemory
import Synchronization
import Testing

@Suite("A share of Lambda's control plane")
struct SharedQuotaCallsTests {
    /// Notes when each call arrived.
    private final class Arrivals: AWSCalling {
        private let clock: PacedCallsTests.Clock
        let times = Mutex<[Double]>([])

        init(_ clock: PacedCallsTests.Clock) { self.clock = clock }

        func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
            times.withLock { $0.append(clock.now()) }
            return AWSResponse(status: 200, headers: [:], requestID: "r", body: WipedBuffer())
        }
    }

    @Test("no second has more calls than the share, and none less while there is work")
    func spread() async throws {
        let clock = PacedCallsTests.Clock()
        let arrivals = Arrivals(clock)
        let calls = SharedQuotaCalls(arrivals, perSecond: 10, clock: clock)
        let began = clock.now()
        for _ in 0..<41 { _ = try await calls.call(Lambda.GetAlias(function: "f", name: "a").request) }
        let times = arrivals.times.withLock { $0 }
        for (place, time) in times.enumerated().dropFirst(11) { #expect(time - times[place - 11] > 1) }
        #expect(abs(times[40] - began - 4) < 0.001)
    }

    @Test("what has a quota of its own, and other services, do not wait")
    func free() async throws {
        let clock = PacedCallsTests.Clock()
        let calls = SharedQuotaCalls(Arrivals(clock), perSecond: 1, clock: clock)
        let began = clock.now()
        for _ in 0..<5 {
            _ = try await calls.call(Lambda.GetFunction<Void>(function: "f") { _, _ in () }.request)
            _ = try await calls.call(Lambda.GetPolicy(function: "f").request)
            _ = try await calls.call(SecretsManager.DescribeSecret(secretID: "s").request)
        }
        #expect(clock.now() == began)
    }

    @Test("whoever is cancelled while waiting sends nothing")
    func cancelled() async throws {
        let clock = PacedCallsTests.Clock()
        let arrivals = Arrivals(clock)
        let calls = SharedQuotaCalls(arrivals, perSecond: 1, clock: clock)
        _ = try await calls.call(Lambda.GetAlias(function: "f", name: "a").request)
        let work = Task {
            while !Task.isCancelled { await Task.yield() }
            return await Result { () async throws(AWSError) in
                try await calls.call(Lambda.GetAlias(function: "f", name: "a").request)
            }
        }
        work.cancel()
        guard case .failure(let error) = await work.value else {
            Issue.record("it was sent")
            return
        }
        #expect(error.kind == .cancelled)
        #expect(arrivals.times.withLock { $0.count } == 1)
    }
}

extension Result {
    /// The corresponding asynchronous initialiser.
    fileprivate init(_ body: () async throws(Failure) -> Success) async {
        do throws(Failure) { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
