/// Measures the rate of answers in half-second buckets, smoothed, as the SDKs' adaptive mode does.
struct RateMeter: Equatable {
    private static let bucketsPerSecond = 2.0
    private static let smoothing = 0.8

    private(set) var rate = 0.0
    private var count = 0.0
    private var lastBucket: Double

    init(time: Double) { lastBucket = time.rounded(.down) }

    /// Counts one answer and says how many there are a second.
    mutating func record(at time: Double) -> Double {
        let bucket = (time * Self.bucketsPerSecond).rounded(.down) / Self.bucketsPerSecond
        count += 1
        if bucket > lastBucket {
            rate = count / (bucket - lastBucket) * Self.smoothing + rate * (1 - Self.smoothing)
            count = 0
            lastBucket = bucket
        }
        return rate
    }
}
