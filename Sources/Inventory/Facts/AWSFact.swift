/// A price or a limit of AWS's, with where and when it was read. Facts/aws.toml has them all.
public struct AWSFact: Sendable, Equatable {
    public let name: String
    public let value: Double
    /// What the value counts: `USD a secret a month`.
    public let unit: String
    public let source: String
    /// The day on which it was compared with its source, `2026-11-27`.
    public let read: String

    /// The value of a limit.
    public var count: Int { Int(value) }
}
