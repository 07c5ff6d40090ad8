import TerminalCanvas

/// Which panes are visible at a window's size, and where.
///
/// Row 0 is the header; below the panes come a message row, the footer and, last, the `:` line.
public struct ConsoleLayout: Sendable, Equatable {
    /// How much fits.
    public enum Breadth: Sendable, Equatable {
        case tooSmall, onePane, listAndDetail, panels
    }

    public enum PaneKind: Int, Sendable, Equatable {
        case resources = 1
        case context = 2
        case list = 4
        case detail = 5
        case log = 8
        case firstRun = 0
    }

    /// A pane and its place.
    public struct Pane: Sendable, Equatable {
        public let kind: PaneKind
        /// With its frame or title row.
        public let area: ScreenArea
        public let isFramed: Bool

        /// Where its lines go.
        public var content: ScreenArea {
            isFramed
                ? area.inset()
                : ScreenArea(row: area.row + 1, column: 0, rows: max(0, area.rows - 1), columns: area.columns)
        }
    }

    public static let minimumColumns = 80
    public static let minimumRows = 24

    public let breadth: Breadth
    public let panes: [Pane]
    public let messageRow: Int
    public let footerRows: Range<Int>
    public let promptRow: Int

    init(columns: Int, rows: Int, screen: Screen, isFull: Bool, listPercent: Int) {
        promptRow = rows - 1
        let small = columns < Self.minimumColumns || rows < Self.minimumRows
        footerRows = max(0, rows - (columns < 120 ? 3 : 2))..<max(0, rows - 1)
        messageRow = footerRows.lowerBound - 1
        let body = ScreenArea(row: 1, column: 0, rows: max(0, messageRow - 1), columns: columns)
        let focus = Self.paneKind(of: screen)
        if small {
            breadth = .tooSmall
            panes = []
        } else if columns < 120 || isFull || focus == .firstRun {
            breadth = .onePane
            panes = [Pane(kind: focus, area: body, isFramed: false)]
        } else if columns < 180 || rows < 40 {
            breadth = .listAndDetail
            panes = Self.pair(in: body, focus: focus, listPercent: listPercent)
        } else {
            breadth = .panels
            panes = Self.panels(in: body, listPercent: listPercent)
        }
    }

    /// The pane that shows a screen.
    public static func paneKind(of screen: Screen) -> PaneKind {
        switch screen {
        case .resources: .resources
        case .context: .context
        case .list: .list
        case .detail: .detail
        case .commandLog: .log
        case .firstRun: .firstRun
        }
    }

    public func pane(_ kind: PaneKind) -> Pane? { panes.first { $0.kind == kind } }

    /// How many rows of a pane are lines that the cursor can be on.
    public func height(of kind: PaneKind) -> Int {
        guard let pane = pane(kind) else { return 1 }
        switch kind {
        case .list, .log: return max(1, pane.content.rows - 1)
        case .resources, .context, .detail, .firstRun: return max(1, pane.content.rows)
        }
    }

    /// List and detail; another screen takes the place of the list while it has the focus.
    private static func pair(in body: ScreenArea, focus: PaneKind, listPercent: Int) -> [Pane] {
        let left = max(60, min(body.columns - 50, body.columns * listPercent / 100))
        let right = body.columns - left
        let first: PaneKind = focus == .detail ? .list : focus
        return [
            Pane(
                kind: first, area: ScreenArea(row: body.row, column: 0, rows: body.rows, columns: left), isFramed: true),
            Pane(
                kind: .detail, area: ScreenArea(row: body.row, column: left, rows: body.rows, columns: right),
                isFramed: true)
        ]
    }

    private static func panels(in body: ScreenArea, listPercent: Int) -> [Pane] {
        let side = 26
        let logRows = max(6, body.rows / 5)
        let upper = body.rows - logRows
        let rest = body.columns - side
        let left = max(60, min(rest - 60, rest * listPercent / 100))
        let resourceRows = 7
        return [
            Pane(
                kind: .resources, area: ScreenArea(row: body.row, column: 0, rows: resourceRows, columns: side),
                isFramed: true),
            Pane(
                kind: .context,
                area: ScreenArea(row: body.row + resourceRows, column: 0, rows: upper - resourceRows, columns: side),
                isFramed: true),
            Pane(
                kind: .list, area: ScreenArea(row: body.row, column: side, rows: upper, columns: left), isFramed: true),
            Pane(
                kind: .detail,
                area: ScreenArea(row: body.row, column: side + left, rows: upper, columns: rest - left), isFramed: true),
            Pane(
                kind: .log, area: ScreenArea(row: body.row + upper, column: 0, rows: logRows, columns: body.columns),
                isFramed: true)
        ]
    }
}
