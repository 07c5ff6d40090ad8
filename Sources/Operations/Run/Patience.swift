/// How long something may be on its way, and the pauses between looks: short at first, five seconds at most.
struct Patience {
    private var left: Double
    private var pause = 0.2

    init(seconds: Int) { left = Double(seconds) }

    /// The next pause in seconds; nil when the time is over.
    mutating func next() -> Double? {
        guard left > 0 else { return nil }
        defer { pause = min(pause * 1.5, 5) }
        let seconds = min(pause, left)
        left -= seconds
        return seconds
    }
}
