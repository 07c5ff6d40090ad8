import FoundationEssentials

/// Everything about one thing but the value: the row with its list-call gaps filled, and what belongs
/// to the thing and has no column.
public struct ResourceDetail: Sendable, Equatable {
    /// One line of a titled section: words, and the thing that they name if it can be followed.
    public struct Line: Sendable, Equatable {
        /// What the line says about how things stand.
        public enum Tone: String, Sendable {
            case plain
            /// In force, as it should be.
            case good
            /// Under way.
            case running
            /// Needs a look.
            case attention
            /// Wrong or open.
            case bad
            /// Of the past.
            case past
        }

        public let label: String
        public let text: String
        public let link: Reference?
        public let tone: Tone

        public init(label: String, text: String, link: Reference? = nil, tone: Tone = .plain) {
            self.label = label
            self.text = text
            self.link = link
            self.tone = tone
        }
    }

    /// A titled group, such as the versions of a parameter or the grants of a key.
    public struct Section: Sendable, Equatable {
        public let title: String
        public let lines: [Line]
        /// Why the section is empty although AWS may know more: one line, with what to do.
        public let problem: String?

        public init(title: String, lines: [Line], problem: String? = nil) {
            self.title = title
            self.lines = lines
            self.problem = problem
        }
    }

    public var row: ResourceRow
    public var sections: [Section]

    public init(row: ResourceRow, sections: [Section]) {
        self.row = row
        self.sections = sections
    }
}
