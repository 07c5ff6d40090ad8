/// Why a call of a step came to nothing, in the terms in which a run decides what to do next.
public struct CallFailure: Error, Sendable, Equatable {
    public enum Cause: Sendable, Equatable, CaseIterable {
        /// The answer was lost: it may have happened. Only looking tells.
        case lost
        /// Too many requests. Nothing happened, and it is no failure.
        case throttled
        /// A precondition did not hold: somebody changed it, or we did and never heard.
        case changed
        /// It is being changed at this moment.
        case busy
        /// There is no such thing.
        case missing
        case denied
        /// The credentials have ended.
        case signedOut
        /// Nothing was sent, or a reading call failed on the way.
        case unreachable
        /// AWS or the hook refused it for good.
        case refused
        /// Nobody waits for it any longer.
        case cancelled
    }

    public let cause: Cause
    public let failure: OperationFailure

    public init(_ cause: Cause, _ failure: OperationFailure) {
        self.cause = cause
        self.failure = failure
    }
}
