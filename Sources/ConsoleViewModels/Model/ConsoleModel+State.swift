import Inventory

/// What views and key table read.
extension ConsoleModel {
    public var screen: Screen { trail.current }

    public var layout: ConsoleLayout {
        ConsoleLayout(
            columns: columns, rows: rows, screen: screen, isFull: isFull, listPercent: listPercent,
            pushed: pushedPanels, hidesHints: hidesHints)
    }

    /// The way that led here, the last views of it.
    public var crumbs: [Screen] { Array(trail.screens[...trail.position].suffix(5)) }

    /// The list of a kind.
    public func list(_ kind: ResourceKind) -> ListModel { lists[Self.index(of: kind)] }

    /// The detail of a thing, if it was looked at.
    public func detail(_ reference: Reference) -> DetailModel? { details[reference] }

    /// What the detail pane shows: the thing in focus, or what the list's cursor is on.
    public var detailInView: Reference? {
        switch screen {
        case .detail(let reference): return reference
        case .report(let topic):
            if let reference = reports[topic]?.selected?.link?.reference?.screen { return reference }
            // Beside the list the detail goes on showing what the list is on.
            return layout.pane(.list) == nil ? nil : list(kind).selected?.common.reference
        case .resources, .context, .list, .commandLog, .firstRun: return list(kind).selected?.common.reference
        }
    }

    /// What the detail pane shows at this moment: behind a cursor that moves it follows once that rests.
    public var shownDetail: Reference? {
        guard let passing, !screen.isDetail else { return detailInView }
        return passing.detail
    }

    /// Where the open value is drawn; nil if none is open.
    public var valueBox: ValueBox? {
        guard case .revealed(let value, let choice) = curtain else { return nil }
        return ValueBox(value: value, columns: columns, rows: rows, fields: choice?.fields.count ?? 0)
    }

    /// Text for the screen: in share mode the account stays out of it.
    public func shown(_ text: String) -> String {
        guard share.isOn, case .known(let identity) = identity, text.contains(identity.account) else { return text }
        return text.split(separator: identity.account, omittingEmptySubsequences: false).joined(separator: "********")
    }

    /// What decides which keys apply.
    public var keyContext: KeyContext {
        var context = KeyContext(screen: screen)
        context.isReadOnly = isReadOnly
        context.isShared = share.isOn
        context.isRevealed = curtain.value != nil
        context.isLongValue = valueBox.map { $0.lineCount > $0.visibleLines } ?? false
        context.isFetching = curtain.isFetching
        context.hasClipboard = settings.clipboard != nil
        context.panes = layout.panes.count
        context.hasBack = trail.hasBack
        context.hasForward = trail.hasForward
        context.hasLast = trail.last != nil
        context.hasPlan = reports[.plan]?.report != nil
        context.hasTimeline = reports[.timeline]?.report != nil
        context.hasIncident = incident != nil
        context.isPlanMaking = planWish != nil
        context.isPlanRunning = isPlanRunning
        context.planCommands = planInView.map { commands(of: $0) }
        switch screen {
        case .list(let kind):
            if list(kind).selected != nil { context.selection = .row(kind) }
            context.isFiltered = list(kind).filter != .none
        case .detail(let reference):
            context.detailKind = reference.listKind
            context.isFiltered = detail(reference).map { $0.find != .none } ?? false
            context.selection = Self.selection(of: detail(reference)?.selected)
            context.hasLink = detail(reference)?.selected?.link != nil
            context.canRotate = rotatable(selectedThing) != nil
        case .resources:
            context.selection = .line
            context.hasLink = true
        case .commandLog:
            context.isFiltered = log.find != .none
            context.selection = log.lines.isEmpty ? .nothing : .line
        case .report(let topic):
            let selected = reports[topic]?.selected
            context.isFiltered = reports[topic].map { $0.find != .none } ?? false
            context.selection = selected == nil ? .nothing : .line
            context.hasLink = selected?.link != nil
            context.canRotate = rotatable(selectedThing) != nil
        case .context, .firstRun: break
        }
        return context
    }

    /// When the console wants the next `.tick`, on the monotonic clock: the next second while a countdown runs,
    /// when the cursor has rested, when the console has been idle, else the next minute of the header's time.
    public var nextWake: Double {
        var wake = now.monotonic + max(0.05, 60 - now.wall.truncatingRemainder(dividingBy: 60))
        if let glimpseDue { wake = min(wake, glimpseDue) }
        if let passing { wake = min(wake, passing.until) }
        if let logDue { wake = min(wake, logDue) }
        if isPlanFollowed { wake = min(wake, now.monotonic + 1) }
        if hasHiddenText { wake = min(wake, lastKey + Double(settings.idleSeconds)) }
        switch curtain {
        case .closed: break
        case .revealed(let value, _):
            let left = value.deadline - now.monotonic
            wake = min(wake, value.deadline - max(0, left.rounded(.up) - 1), lastKey + Double(settings.idleSeconds))
        case .choosing(let choice): wake = min(wake, choice.deadline, lastKey + Double(settings.idleSeconds))
        case .asking, .fetching: wake = min(wake, lastKey + Double(settings.idleSeconds))
        }
        return max(wake, now.monotonic + 0.01)
    }

    static func index(of kind: ResourceKind) -> Int {
        switch kind {
        case .function: 0
        case .parameter: 1
        case .secret: 2
        case .key: 3
        }
    }

    private static func selection(of item: DetailItem?) -> KeyContext.Selection {
        guard let item else { return .nothing }
        switch item {
        case .variable: return .variable
        case .value: return .value
        case .line, .facts, .title, .variablesTitle, .problem, .blank: return .line
        }
    }
}
