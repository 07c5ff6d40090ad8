import Glibc

/// The sending rate after throttling, by the CUBIC rule of the SDKs' adaptive mode: down to 70% at once, flat
/// near the rate that failed, then up again.
struct CubicRate: Equatable {
    static let scale = 0.4
    static let beta = 0.7

    private var highest: Double
    private var zeroPoint: Double
    private var lastFailure: Double

    init(startingAt rate: Double = 0, time: Double) {
        highest = rate
        lastFailure = time
        zeroPoint = cbrt(rate * (1 - Self.beta) / Self.scale)
    }

    /// Requests a second that are allowed after a success at `time` (seconds).
    func afterSuccess(at time: Double) -> Double {
        let elapsed = time - lastFailure - zeroPoint
        return Self.scale * elapsed * elapsed * elapsed + highest
    }

    /// Requests a second that are allowed after a refusal at `rate`.
    mutating func afterThrottling(rate: Double, at time: Double) -> Double {
        self = CubicRate(startingAt: rate, time: time)
        return rate * Self.beta
    }
}
