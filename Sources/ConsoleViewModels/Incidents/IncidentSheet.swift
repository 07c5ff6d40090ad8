import Inventory

/// The attached incident: what is said of it, and its timeline. Never a value.
public struct IncidentSheet: Sendable, Equatable {
    /// One line of the timeline.
    public struct Line: Sendable, Equatable {
        /// `n-3fa2b1`
        public let id: String
        /// Seconds since 1970-01-01 UTC.
        public let time: Double
        public let isEstimated: Bool
        public let source: Source
        public let actor: String
        /// `note`, `decision`, `reveal.shown`: what kind of thing happened.
        public let action: String
        public let words: String
        public let about: Reference?

        public init(
            id: String, time: Double, isEstimated: Bool, source: Source, actor: String, action: String, words: String,
            about: Reference?
        ) {
            self.id = id
            self.time = time
            self.isEstimated = isEstimated
            self.source = source
            self.actor = actor
            self.action = action
            self.words = words
            self.about = about
        }
    }

    /// Who tells it.
    public enum Source: String, Sendable, Equatable, CaseIterable {
        case tool, trail, guardduty, human
    }

    public struct Todo: Sendable, Equatable {
        public let id: String
        public let text: String
        public let owner: String

        public init(id: String, text: String, owner: String) {
            self.id = id
            self.text = text
            self.owner = owner
        }
    }

    /// Something that was stopped, and whether it can be let go again.
    public struct Contained: Sendable, Equatable {
        public let id: String
        public let action: String
        public let reference: String
        public let state: String
        public let canBeUndone: Bool
        /// What the undo brings back, in words.
        public let undo: String

        public init(
            id: String, action: String, reference: String, state: String, canBeUndone: Bool, undo: String
        ) {
            self.id = id
            self.action = action
            self.reference = reference
            self.state = state
            self.canBeUndone = canBeUndone
            self.undo = undo
        }
    }

    public let id: String
    public let title: String
    /// `P2`; empty if nobody said.
    public let severity: String
    public let isOpen: Bool
    /// Seconds since 1970 when it was opened; nil if that is not known here.
    public let opened: Double?
    public let lines: [Line]
    public let todos: [Todo]
    public let contained: [Contained]
    /// How many chains the lines are in, all of them checked.
    public let chains: Int

    public init(
        id: String, title: String, severity: String, isOpen: Bool, opened: Double?, lines: [Line], todos: [Todo],
        contained: [Contained], chains: Int
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.isOpen = isOpen
        self.opened = opened
        self.lines = lines
        self.todos = todos
        self.contained = contained
        self.chains = chains
    }
}
