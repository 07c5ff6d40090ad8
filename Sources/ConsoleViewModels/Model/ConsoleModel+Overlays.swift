import TerminalCanvas

/// The `/` line, the `:` line, help and the sort menu.
extension ConsoleModel {
    // MARK: filter

    mutating func openFilter() {
        let before = filterText
        overlay = .filter(TextField(before), before: before)
    }

    private var filterText: String {
        switch screen {
        case .list(let kind): list(kind).filterText
        case .resources, .context, .detail, .commandLog, .report, .firstRun: ""
        }
    }

    mutating func take(_ key: Key, filter field: TextField, before: String) {
        var field = field
        switch key {
        case .escape:
            applyFilter(before)
            overlay = .none
        case .enter:
            overlay = .none
            if !screen.isList { moveToMatch(forward: true) }
        case .up, .down:
            if screen.isList { moveList(by: key == .up ? -1 : 1) }
        default:
            guard field.handle(key) else { return }
            overlay = .filter(field, before: before)
            applyFilter(field.text)
        }
    }

    mutating func applyFilter(_ text: String) {
        switch screen {
        case .list(let kind):
            updateList(kind) { list, height in list.filter(by: text, height: height) }
            askTags(kind)
            lookAhead()
        case .detail(let reference): details[reference]?.find(text)
        case .commandLog: log.find(text)
        case .report(let topic): reports[topic]?.find(text)
        case .resources, .context, .firstRun: break
        }
    }

    mutating func moveToMatch(forward: Bool) {
        let layout = self.layout
        var moved = false
        switch screen {
        case .list(let kind):
            // Every row that is shown matches.
            let count = list(kind).shown.count
            guard count > 0 else { break }
            let next = ((list(kind).cursor + (forward ? 1 : -1)) % count + count) % count
            moved = updateList(kind) { list, height in list.move(to: next, height: height) }
            lookAhead()
        case .detail(let reference):
            moved =
                details[reference]?.moveToMatch(forward: forward, height: layout.height(of: .detail)) ?? false
        case .commandLog: moved = log.moveToMatch(forward: forward, height: layout.height(of: .log))
        case .report(let topic):
            let height = layout.height(of: ConsoleLayout.paneKind(of: screen))
            moved = reports[topic]?.moveToMatch(forward: forward, height: height) ?? false
            lookAhead()
        case .resources, .context, .firstRun: break
        }
        if !moved { message = Notice(.information, "no other match") }
    }

    // MARK: help

    mutating func take(_ key: Key, in help: HelpModel) {
        var help = help
        if help.isSearching {
            switch key {
            case .escape:
                help.search = TextField()
                help.isSearching = false
            case .enter: help.isSearching = false
            default: if help.search.handle(key) { help.top = 0 }
            }
            overlay = .help(help)
            return
        }
        let page = max(1, layout.messageRow - 3)
        let last = max(0, help.lines(of: keys, columns: columns).count - page)
        switch MenuKey(key, in: keys) {
        case .close:
            overlay = .none
            return
        case .search: help.isSearching = true
        case .down: help.top += 1
        case .up: help.top -= 1
        case .pageDown, .choose: help.top += page
        case .pageUp: help.top -= page
        case .top: help.top = 0
        case .bottom: help.top = last
        case nil:
            // The key that opened it closes it.
            if keys.isKey(key, of: .help) { overlay = .none }
            return
        }
        help.top = max(0, min(help.top, last))
        overlay = .help(help)
    }

    // MARK: sort menu

    mutating func take(_ key: Key, in menu: SortMenu) {
        var menu = menu
        let last = menu.columns.count - 1
        switch MenuKey(key, in: keys) {
        case .close: overlay = .none
        case .down: menu.cursor = min(last, menu.cursor + 1)
        case .up: menu.cursor = max(0, menu.cursor - 1)
        case .pageDown, .bottom: menu.cursor = last
        case .pageUp, .top: menu.cursor = 0
        case .choose:
            overlay = .none
            sort(by: menu.columns[menu.cursor])
        case .search: break
        case nil: if keys.isKey(key, of: .sortMenu) { overlay = .none }
        }
        if case .sortMenu = overlay { overlay = .sortMenu(menu) }
    }

    /// Sorts by a column, or the other way round if it is that one already.
    mutating func sort(by column: ListColumn) {
        let current = list(kind).order
        sort(SortOrder(column: column, descending: current.column == column ? !current.descending : false))
    }

    mutating func sort(_ order: SortOrder) {
        let job = updateList(kind) { list, height in list.sort(by: order, height: height) }
        if let job { emit(.sort(job)) }
        lookAhead()
    }

    mutating func moveSort(by steps: Int) {
        let columns = self.columns(of: kind, wide: isWide)
        let place = columns.firstIndex(of: list(kind).order.column) ?? 0
        let next = max(0, min(columns.count - 1, place + steps))
        sort(SortOrder(column: columns[next], descending: list(kind).order.descending))
    }
}
