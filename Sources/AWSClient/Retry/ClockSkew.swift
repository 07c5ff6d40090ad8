import Synchronization

/// By how much AWS's clock is ahead of ours, learnt from the Date header of a refused signature.
final class ClockSkew: Sendable {
    /// Differences below this are no reason for a refusal: AWS allows five minutes.
    static let tolerated = 240.0

    private let offset = Mutex(0.0)

    /// Seconds to add to our clock when signing.
    var seconds: Double { offset.withLock { $0 } }

    /// Whether the refusal is one that a wrong clock explains; then the offset is corrected.
    func correct(code: String, dateHeader: String?, now: Double) -> Bool {
        guard Self.codes.contains(code), let dateHeader, let theirs = CivilTime.seconds(httpDate: dateHeader) else {
            return false
        }
        return offset.withLock { offset in
            guard abs(theirs - (now + offset)) > Self.tolerated else { return false }
            offset = theirs - now
            return true
        }
    }

    private static let codes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
        "SignatureDoesNotMatch", "AuthFailure"
    ]
}
