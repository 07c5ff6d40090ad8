/// A watch over old credentials as it stands: what CloudTrail has told up to now, and how the touched functions do.
public struct WatchSheet: Sendable, Equatable {
    /// How it stands.
    public enum State: String, Sendable, Equatable, CaseIterable {
        case watching, used, over, late, incomplete, stopped
    }

    /// A credential, and since when a use is one too many.
    public struct Subject: Sendable, Equatable {
        public let reference: String
        /// Seconds since 1970.
        public let since: Double

        public init(reference: String, since: Double) {
            self.reference = reference
            self.since = since
        }
    }

    /// A region and the newest event that CloudTrail has told of it; nil if it has told none.
    public struct Region: Sendable, Equatable {
        public let name: String
        public let newest: Double?

        public init(name: String, newest: Double?) {
            self.name = name
            self.newest = newest
        }
    }

    /// A use of an old credential, or a try that was refused because it is dead.
    public struct Use: Sendable, Equatable {
        public let time: Double
        public let isTry: Bool
        public let actor: String
        public let words: String

        public init(time: Double, isTry: Bool, actor: String, words: String) {
            self.time = time
            self.isTry = isTry
            self.actor = actor
            self.words = words
        }
    }

    /// A touched function: what CloudWatch counted, a number a minute.
    public struct Pulse: Sendable, Equatable {
        public let function: String
        public let errors: [Int]
        public let throttles: [Int]

        public init(function: String, errors: [Int], throttles: [Int]) {
            self.function = function
            self.errors = errors
            self.throttles = throttles
        }
    }

    public let state: State
    /// Until when of CloudTrail's event time; seconds since 1970.
    public let end: Double
    /// When it was looked last.
    public let looked: Double
    public let subjects: [Subject]
    public let regions: [Region]
    public let uses: [Use]
    public let pulses: [Pulse]
    /// What could not be seen.
    public let problems: [String]

    public init(
        state: State, end: Double, looked: Double, subjects: [Subject], regions: [Region], uses: [Use],
        pulses: [Pulse], problems: [String]
    ) {
        self.state = state
        self.end = end
        self.looked = looked
        self.subjects = subjects
        self.regions = regions
        self.uses = uses
        self.pulses = pulses
        self.problems = problems
    }
}
