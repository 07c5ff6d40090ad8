/// Tokens that fill at a rate and are taken one a request.
struct TokenBucket: Equatable {
    private static let lowestRate = 0.5

    /// Tokens a second.
    private(set) var rate: Double
    private var capacity: Double
    private var tokens = 0.0
    private var lastTime: Double?

    init(rate: Double) {
        self.rate = max(rate, Self.lowestRate)
        capacity = max(rate, 1)
    }

    mutating func setRate(_ newRate: Double, at time: Double) {
        refill(time)
        rate = max(newRate, Self.lowestRate)
        capacity = max(newRate, 1)
        tokens = min(tokens, capacity)
    }

    /// Takes a token and answers 0, or answers the seconds until there is one.
    mutating func take(at time: Double) -> Double {
        refill(time)
        // A whole token but for rounding is one: a wait that no clock can count would never end.
        guard tokens < 1 - 1e-6 else {
            tokens = max(0, tokens - 1)
            return 0
        }
        return (1 - tokens) / rate
    }

    private mutating func refill(_ time: Double) {
        if let lastTime { tokens = min(capacity, tokens + max(0, time - lastTime) * rate) }
        lastTime = time
    }
}
