import AWSClient
import Synchronization

/// Calls that only read, paced by what each service bears: a call that is turned away waits for its turn and is made
/// again, so that throttling slows a list down and never ends it.
public struct PacedCalls: AWSCalling {
    /// Seconds in which nothing goes through before a refusal is given back.
    static let patience = 60.0

    private final class Paces: Sendable {
        let all = Mutex<[AWSServiceID: CallPace]>([:])
    }

    private let calls: any AWSCalling
    private let clock: any ClientClock
    private let paces = Paces()

    public init(_ calls: any AWSCalling, clock: any ClientClock = SystemClock()) {
        self.calls = calls
        self.clock = clock
    }

    /// How many calls of the service were turned away so far.
    func turnedAway(_ service: AWSServiceID) -> Int { pace(service).turnedAway }

    public func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
        guard request.effect == .reads else { return try await calls.call(request) }
        let pace = pace(request.service)
        var request = request
        request.waitsForItsTurn = true
        let began = clock.now()
        while true {
            try await pause(pace.turn(at: clock.now()), request)
            do throws(AWSError) {
                let response = try await calls.call(request)
                pace.succeeded(at: clock.now())
                return response
            } catch {
                guard error.kind == .throttled else { throw error }
                let now = clock.now()
                pace.refused(at: now, wish: error.retryAfter)
                guard min(now - began, pace.silence(at: now) ?? .infinity) < Self.patience else { throw error }
            }
        }
    }

    private func pace(_ service: AWSServiceID) -> CallPace {
        paces.all.withLock { all in
            if let known = all[service] { return known }
            let fresh = CallPace()
            all[service] = fresh
            return fresh
        }
    }

    private func pause(_ seconds: Double, _ request: AWSRequest) async throws(AWSError) {
        guard seconds > 0 else { return }
        do throws(CancellationError) {
            try await clock.sleep(seconds: seconds)
        } catch {
            throw AWSError(.cancelled, operation: request.operation, message: "cancelled")
        }
    }
}
