/// The ability to look at every value of one region with a matcher.
public protocol ValueSearching: Sendable {
    var region: String { get }
    /// What there is to read, from lists of names: reads no value.
    func scope() async -> MatchScope
    /// Reads what the scope names, a value at a time, and keeps only where the matcher says yes.
    func search(_ scope: MatchScope, with matcher: LeakMatcher) async -> MatchResult
}

/// What a search will read.
public struct MatchScope: Equatable, Sendable {
    public struct Parameter: Equatable, Sendable {
        public let name: String
        public let version: Int?

        public init(name: String, version: Int?) {
            self.name = name
            self.version = version
        }
    }

    public struct Secret: Equatable, Sendable {
        public let name: String
        /// The staging labels of its versions, one a version.
        public let stages: [String]

        public init(name: String, stages: [String]) {
            self.name = name
            self.stages = stages
        }
    }

    /// How many parameters one call reads.
    public static let batch = 10

    public var functions: [String] = []
    public var parameters: [Parameter] = []
    public var secrets: [Secret] = []
    /// The lists that could not be had.
    public var coverage = MatchCoverage()

    public init() {}

    /// How many value-reading calls it takes, at least.
    public var reads: Int {
        functions.count + (parameters.count + Self.batch - 1) / Self.batch
            + parameters.count { ($0.version ?? 1) > 1 } + secrets.reduce(0) { $0 + $1.stages.count }
    }
}

/// What a search found, what it covered, and what it cost.
public struct MatchResult: Equatable, Sendable {
    public var found: [MatchPlace] = []
    public var coverage = MatchCoverage()
    /// Value-reading calls that were made.
    public var reads = 0
    public var formats: [LeakFormat] = []
    /// Ids of AWS access keys in the leaked text; they are no secrets.
    public var accessKeyIDs: [String] = []

    public init() {}

    mutating func add(_ other: MatchResult) {
        found += other.found
        coverage.add(other.coverage)
        reads += other.reads
    }
}
