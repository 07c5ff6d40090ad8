import Inventory
import TerminalCanvas

/// The content of a report screen: titled lines of cells, some of which lead somewhere. There is no value in it.
public struct Report: Sendable, Equatable {
    /// What one cell of a line says.
    public enum Cell: Sendable, Equatable {
        case text(String, StyleRole)
        /// How large a part is of a whole, drawn five cells wide.
        case bar(Int, of: Int, StyleRole)
        /// Numbers side by side, a cell each.
        case counts([Int], StyleRole)

        /// Columns that it takes.
        public var width: Int {
            switch self {
            case .text(let text, _): TextWidth.of(text)
            case .bar: 5
            case .counts(let counts, _): counts.count
            }
        }

        /// What a search finds.
        var words: String {
            switch self {
            case .text(let text, _): text
            case .bar, .counts: ""
            }
        }
    }

    public struct Line: Sendable, Equatable {
        public let cells: [Cell]
        /// How deep it stands in a tree.
        public let depth: Int
        public let link: Destination?
        /// Whether its cells follow each other over the whole width, out of the columns.
        public let isProse: Bool

        public init(_ cells: [Cell], depth: Int = 0, link: Destination? = nil, isProse: Bool = false) {
            self.cells = cells
            self.depth = depth
            self.link = link
            self.isProse = isProse
        }
    }

    public struct Section: Sendable, Equatable {
        public let title: String
        /// Above the columns; empty where they need none.
        public let heads: [String]
        public let lines: [Line]
        /// Why lines may be missing.
        public let problem: Problem?

        public init(_ title: String, heads: [String] = [], lines: [Line], problem: Problem? = nil) {
            self.title = title
            self.heads = heads
            self.lines = lines
            self.problem = problem
        }
    }

    public let sections: [Section]
    /// Stands at the right of the title: `step 6/11  02:41`.
    public let remark: String

    public init(_ sections: [Section], remark: String = "") {
        self.sections = sections
        self.remark = remark
    }
}

extension Report.Cell {
    public static func text(_ text: String) -> Report.Cell { .text(text, .text) }
}
