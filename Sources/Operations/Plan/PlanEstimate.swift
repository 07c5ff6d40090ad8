/// What applying is expected to take.
public struct PlanEstimate: Hashable, Sendable {
    /// AWS calls of all kinds.
    public var calls: Int
    /// Those out of Lambda's shared quota of control-plane requests.
    public var sharedCalls: Int
    public var seconds: Int
    /// Of one run, not of what is stored.
    public var dollars: Double

    public init(calls: Int = 0, sharedCalls: Int = 0, seconds: Int = 0, dollars: Double = 0) {
        self.calls = calls
        self.sharedCalls = sharedCalls
        self.seconds = seconds
        self.dollars = dollars
    }
}
