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
        case pulses = 3
        case plan = 6
        case timeline = 7
        /// A report without a panel of its own takes the place of the list.
        case report = 9
        case firstRun = 0

        /// The number in the pane's frame, which is also its key.
        public var number: Int? {
            switch self {
            case .resources, .context, .pulses, .list, .detail, .plan, .timeline, .log: rawValue
            case .report, .firstRun: nil
            }
        }
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

    /// - Parameter pushed: the panels that have something in them.
    init(
        columns: Int, rows: Int, screen: Screen, isFull: Bool, listPercent: Int, pushed: [ReportTopic] = [],
        hidesHints: Bool = false
    ) {
        promptRow = rows - 1
        let small = columns < Self.minimumColumns || rows < Self.minimumRows
        footerRows = max(0, rows - (hidesHints ? 1 : columns < 120 ? 3 : 2))..<max(0, rows - 1)
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
            // Nothing beside it would say more about its lines than they do.
            panes =
                screen.isWide
                ? [Pane(kind: focus, area: body, isFramed: true)]
                : Self.pair(in: body, focus: focus, listPercent: listPercent)
        } else {
            breadth = .panels
            panes = Self.panels(
                in: body, main: focus == .report ? .report : .list, isWide: focus == .report && screen.isWide,
                pushed: pushed.map { Self.paneKind(of: .report($0)) },
                listPercent: listPercent)
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
        case .report(.pulses): .pulses
        case .report(.plan): .plan
        case .report(.timeline): .timeline
        case .report(.pulse), .report(.stale), .report(.duplicates), .report(.connections), .report(.usedBy),
            .report(.reach),
            .report(.drift), .report(.access), .report(.log), .report(.findings), .report(.cost), .report(.stores),
            .report(.incidents), .report(.json), .report(.audit), .report(.doctor), .report(.plans),
            .report(.planSheet), .report(.retirement), .report(.watch):
            .report
        case .firstRun: .firstRun
        }
    }

    public func pane(_ kind: PaneKind) -> Pane? { panes.first { $0.kind == kind } }

    /// How many rows of a pane are lines that the cursor can be on.
    public func height(of kind: PaneKind) -> Int {
        guard let pane = pane(kind) else { return 1 }
        switch kind {
        case .list, .log: return max(1, pane.content.rows - 1)
        case .resources, .context, .detail, .pulses, .plan, .timeline, .report, .firstRun:
            return max(1, pane.content.rows)
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

    /// The side column, the two large panes, what is pushed below them, and the log across the foot.
    private static func panels(
        in body: ScreenArea, main: PaneKind, isWide: Bool, pushed: [PaneKind], listPercent: Int
    ) -> [Pane] {
        let side = 26
        let logRows = max(6, body.rows / 5)
        let above = body.rows - logRows
        let middle = pushed.isEmpty ? 0 : max(8, above / 3)
        let upper = above - middle
        let rest = body.columns - side
        let left = max(60, min(rest - 60, rest * listPercent / 100))
        let resources = 7
        let pulses = max(8, (above - resources) * 2 / 5)
        func pane(_ kind: PaneKind, _ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Pane {
            Pane(
                kind: kind, area: ScreenArea(row: body.row + row, column: column, rows: rows, columns: columns),
                isFramed: true)
        }
        let width = pushed.isEmpty ? 0 : rest / pushed.count
        var panes = [
            pane(.resources, 0, 0, resources, side),
            pane(.context, resources, 0, above - resources - pulses, side),
            pane(.pulses, above - pulses, 0, pulses, side), pane(main, 0, side, upper, isWide ? rest : left)
        ]
        if !isWide { panes.append(pane(.detail, 0, side + left, upper, rest - left)) }
        for (index, kind) in pushed.enumerated() {
            panes.append(
                pane(
                    kind, upper, side + index * width, middle,
                    index == pushed.count - 1 ? rest - index * width : width))
        }
        panes.append(pane(.log, above, 0, logRows, body.columns))
        return panes
    }
}
