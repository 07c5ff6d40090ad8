import ForeignText
import TerminalCanvas

/// A report on the screen: its lines laid out, and the cursor in them.
public struct ReportModel: Sendable {
    /// One line of the pane.
    public enum Item: Sendable, Equatable {
        case title(String)
        case heads([String], section: Int)
        case line(Report.Line, section: Int)
        case problem(Problem)
        case blank

        public var isSelectable: Bool {
            switch self {
            case .line, .problem: true
            case .title, .heads, .blank: false
            }
        }

        /// Where enter leads.
        public var link: Destination? {
            switch self {
            case .line(let line, _): line.link
            case .title, .heads, .problem, .blank: nil
            }
        }

        /// The words of the item, for searching and copying.
        public var words: String {
            switch self {
            case .title(let text): text
            case .line(let line, _): line.cells.map(\.words).filter { !$0.isEmpty }.joined(separator: "  ")
            case .problem(let problem): problem.line
            case .heads, .blank: ""
            }
        }
    }

    public let topic: ReportTopic
    /// nil until it was answered for the first time.
    public private(set) var report: Report?
    public private(set) var items: [Item] = []
    /// What each column of each section takes if there is room for all.
    public private(set) var widths: [[Int]] = []
    /// Index of `items`.
    public private(set) var cursor = 0
    /// First visible index of `items`.
    public private(set) var top = 0
    public private(set) var find = ListFilter.none

    init(_ topic: ReportTopic) {
        self.topic = topic
    }

    /// The item under the cursor.
    public var selected: Item? {
        items.indices.contains(cursor) && items[cursor].isSelectable ? items[cursor] : nil
    }

    /// Takes in a new answer; the cursor stays on its line if that is still there.
    mutating func show(_ report: Report, height: Int) {
        guard report != self.report else { return }
        let before = selected
        self.report = report
        items = Self.items(of: report)
        widths = report.sections.map(Self.widths)
        if let before, let place = items.firstIndex(of: before) {
            cursor = place
        } else if let link = before?.link, let place = items.firstIndex(where: { $0.link == link }) {
            cursor = place
        } else if before == nil {
            cursor = items.firstIndex(where: \.isSelectable) ?? 0
        }
        clamp(height: height)
    }

    private static func items(of report: Report) -> [Item] {
        var items: [Item] = []
        for (index, section) in report.sections.enumerated() {
            if !items.isEmpty { items.append(.blank) }
            if !section.title.isEmpty { items.append(.title(section.title)) }
            if !section.heads.isEmpty { items.append(.heads(section.heads, section: index)) }
            items += section.lines.map { .line($0.visible, section: index) }
            if let problem = section.problem { items.append(.problem(problem.visible)) }
        }
        return items
    }

    private static func widths(of section: Report.Section) -> [Int] {
        var widths = section.heads.map { TextWidth.of($0) }
        for line in section.lines where !line.isProse {
            for (place, cell) in line.cells.enumerated() {
                if place == widths.count { widths.append(0) }
                widths[place] = max(widths[place], cell.width + (place == 0 ? 2 * line.depth : 0))
            }
        }
        return widths
    }

    // MARK: cursor

    /// Moves by so many lines that can be selected; true if the cursor moved.
    mutating func move(by steps: Int, height: Int) -> Bool {
        let before = cursor
        let places = items.indices.filter { items[$0].isSelectable }
        guard !places.isEmpty else { return false }
        let here = places.firstIndex { $0 >= cursor } ?? places.count - 1
        return move(to: places[max(0, min(places.count - 1, here + steps))], height: height) && cursor != before
    }

    /// Puts the cursor on an item; true if it moved.
    mutating func move(to place: Int, height: Int) -> Bool {
        guard items.indices.contains(place), items[place].isSelectable, place != cursor else { return false }
        cursor = place
        clamp(height: height)
        return true
    }

    /// The last line of the first section, which is where a log ends.
    private var lastRow: Int? {
        items.lastIndex { item in
            if case .line(_, section: 0) = item { true } else { false }
        }
    }

    /// Whether the cursor follows what comes: it is on the last row, or nothing has come yet.
    var isAtEnd: Bool { report == nil || lastRow == nil || cursor >= (lastRow ?? 0) }

    mutating func moveToLastRow(height: Int) {
        guard let lastRow else { return }
        cursor = lastRow
        clamp(height: height)
    }

    mutating func find(_ text: String) {
        find = ListFilter(text)
    }

    /// Puts the cursor on the next line, in that direction, whose words match.
    mutating func moveToMatch(forward: Bool, height: Int) -> Bool {
        let count = items.count
        guard count > 0 else { return false }
        for step in 1...count {
            let place = ((cursor + (forward ? step : -step)) % count + count) % count
            guard items[place].isSelectable, !find.matches(in: items[place].words).isEmpty else { continue }
            return move(to: place, height: height)
        }
        return false
    }

    mutating func clamp(height: Int) {
        let height = max(1, height)
        cursor = max(0, min(cursor, items.count - 1))
        top = min(max(top, cursor - height + 1), cursor)
        if let first = items.firstIndex(where: \.isSelectable), cursor == first, cursor < height { top = 0 }
        top = max(0, min(top, items.count - height))
    }
}

extension Report.Line {
    /// Made safe to draw: some of the words come from AWS or from a file.
    fileprivate var visible: Report.Line {
        Report.Line(
            cells.map { cell in
                switch cell {
                case .text(let text, let role): .text(ForeignText.visible(text), role)
                case .bar, .counts: cell
                }
            }, depth: depth, link: link, isProse: isProse)
    }
}
