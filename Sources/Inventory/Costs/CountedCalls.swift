/// How often a store was called in a month, and who counted.
public struct CountedCalls: Sendable, Equatable {
    /// Who has seen the calls.
    public enum Source: Sendable, Equatable {
        /// CloudTrail's events, which name each reader.
        case cloudTrail
        /// CloudWatch's metrics of what an account uses, which only count.
        case cloudWatch
    }

    /// Calls a month.
    public let month: Int
    /// The days in which they were counted; other than thirty are stretched to a month.
    public let days: Double
    public let source: Source

    /// - Parameter count: the calls of those days.
    public init(_ count: Int, days: Double, source: Source) {
        month = Int((Double(count) * 30 / days).rounded(.up))
        self.days = days
        self.source = source
    }
}
