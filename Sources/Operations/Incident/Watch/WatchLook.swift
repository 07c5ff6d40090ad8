import FoundationEssentials

/// What one look at a region's history of events tells.
public struct WatchLook: Equatable, Sendable {
    public let region: String
    /// The newest event of all, whoever made it: how far CloudTrail has told. nil if there is none.
    public let newest: Date?
    /// Uses of the old credentials, those of before their rotation too.
    public let uses: [WatchUse]
    /// Why it does not tell everything, a line each.
    public let problems: [String]

    public init(region: String, newest: Date?, uses: [WatchUse], problems: [String]) {
        self.region = region
        self.newest = newest
        self.uses = uses
        self.problems = problems
    }
}
