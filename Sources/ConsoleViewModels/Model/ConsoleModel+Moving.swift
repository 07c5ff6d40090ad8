import Inventory

/// The cursor of whatever has the focus.
extension ConsoleModel {
    /// More than any list has.
    static let farAway = 1 << 30

    var focusedHeight: Int { layout.height(of: ConsoleLayout.paneKind(of: screen)) }

    mutating func move(by steps: Int) {
        switch screen {
        case .list: moveList(by: steps)
        case .detail(let reference):
            let height = layout.height(of: .detail)
            _ = details[reference]?.move(by: steps, height: height)
        case .commandLog: _ = log.move(to: log.cursor + steps, height: layout.height(of: .log))
        case .resources:
            resourcesCursor = max(0, min(ResourceKind.allCases.count - 1, resourcesCursor + steps))
        case .report(let topic):
            let height = layout.height(of: ConsoleLayout.paneKind(of: screen))
            let before = shownDetail
            if reports[topic]?.move(by: steps, height: height) == true {
                lookAhead()
                pass(from: before)
            }
        case .context, .firstRun: break
        }
    }

    mutating func moveList(by steps: Int) {
        let before = shownDetail
        let moved = updateList(kind) { list, height in list.move(to: list.cursor + steps, height: height) }
        guard moved else { return }
        lookAhead()
        pass(from: before)
    }

    /// How long the cursor rests before the detail follows it, in seconds.
    private static let rest = 0.08

    mutating func pass(from before: Reference?) {
        guard layout.pane(.detail) != nil, !screen.isDetail else { return }
        passing = (before, now.monotonic + Self.rest)
    }

    mutating func scrollValue(by pages: Int) {
        guard case .revealed(var value, let choice) = curtain, let box = valueBox else { return }
        value.scroll = max(
            0, min(box.lineCount - box.visibleLines, value.scroll + pages * max(1, box.visibleLines - 1)))
        curtain = .revealed(value, among: choice)
    }

    mutating func resizeList(by percent: Int) {
        listPercent = max(30, min(70, listPercent + percent))
    }
}
