/// In which portions functions are changed, and what is checked after each. A plan proposes one; `apply` may say another.
public struct Rollout: Hashable, Sendable {
    /// How many functions go first.
    public enum Canary: Hashable, Sendable {
        case count(Int)
        /// Of all functions, rounded up.
        case percent(Int)
    }

    public var canary: Canary
    /// Functions in each wave behind the canary.
    public var wave: Int
    /// Functions changed at the same time.
    public var parallel: Int
    /// How many functions may fail or be left out before it stops.
    public var keepGoing: Int
    public var checks: [PlanCheck]
    /// The share of an alias's traffic, in percent, that its new version gets before it gets all; 0 for none.
    public var weight: Int
    /// The calls a second that it takes out of Lambda's shared quota; nil: as configured.
    public var requestsPerSecond: Int?

    public init(
        canary: Canary = .count(1), wave: Int = 10, parallel: Int = 8, keepGoing: Int = 0, checks: [PlanCheck] = [],
        weight: Int = 10, requestsPerSecond: Int? = nil
    ) {
        self.canary = canary
        self.wave = wave
        self.parallel = parallel
        self.keepGoing = keepGoing
        self.checks = checks
        self.weight = weight
        self.requestsPerSecond = requestsPerSecond
    }

    /// All functions at once: a cutover waits for nothing.
    public static func atOnce(
        _ count: Int, checks: [PlanCheck] = [], requestsPerSecond: Int? = nil
    ) -> Rollout {
        Rollout(
            canary: .count(max(1, count)), wave: max(1, count), keepGoing: count, checks: checks, weight: 0,
            requestsPerSecond: requestsPerSecond)
    }

    /// The portions of so many functions, as ranges of their places.
    public func waves(of count: Int) -> [Range<Int>] {
        guard count > 0 else { return [] }
        let first =
            switch canary {
            case .count(let number): number
            case .percent(let share): (count * share + 99) / 100
            }
        var waves = [0..<min(max(1, first), count)]
        while let end = waves.last?.upperBound, end < count { waves.append(end..<min(end + max(1, wave), count)) }
        return waves
    }
}
