import FoundationEssentials

/// The end of a function's log, without what the function wrote.
public struct FunctionLog: Sendable, Equatable {
    /// How far back it goes, in seconds.
    public static let span = 900.0

    /// The log group, as CloudWatch Logs names it.
    public let group: String
    /// From when on.
    public let since: Date
    /// The oldest first.
    public let lines: [FunctionLogLine]
    /// Older lines of that span were left out.
    public let isCut: Bool

    public init(group: String, since: Date, lines: [FunctionLogLine], isCut: Bool) {
        self.group = group
        self.since = since
        self.lines = lines
        self.isCut = isCut
    }
}
