import AWSClient
import Synchronization

/// Calls of a run, kept to a share of Lambda's control plane: one quota of 15 requests a second for everything in the
/// account, deployments included. The turns are spread evenly and taken in the order in which they are asked for.
///
/// GetFunction and GetPolicy have quotas of their own, and Invoke is no control-plane call: they are not held back.
/// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
public struct SharedQuotaCalls: AWSCalling {
    private final class Turns: Sendable {
        let next = Mutex(0.0)
    }

    private static let free: Set<String> = ["GetFunction", "GetPolicy", "Invoke"]

    private let calls: any AWSCalling
    private let clock: any ClientClock
    private let turns = Turns()
    /// Seconds between two calls.
    private let pause: Double

    /// - Parameter perSecond: the share, in requests a second.
    public init(_ calls: any AWSCalling, perSecond: Int, clock: any ClientClock = SystemClock()) {
        self.calls = calls
        self.clock = clock
        pause = 1 / Double(max(1, perSecond))
    }

    public func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
        guard request.service == .lambda, !Self.free.contains(request.operation) else {
            return try await calls.call(request)
        }
        let now = clock.now()
        let turn = turns.next.withLock { next in
            let turn = max(next, now)
            next = turn + pause
            return turn
        }
        if turn > now {
            do throws(CancellationError) { try await clock.sleep(seconds: turn - now) } catch {
                throw AWSError(.cancelled, operation: request.operation, message: "cancelled")
            }
        }
        return try await calls.call(request)
    }
}
