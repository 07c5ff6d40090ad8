import Inventory

/// What each action does.
extension ConsoleModel {
    mutating func perform(_ action: Action) {
        if let reason = action.masks { closeCurtain(reason) }
        switch action {
        case .moveDown: move(by: 1)
        case .moveUp: move(by: -1)
        case .top: move(by: -Self.farAway)
        case .bottom: move(by: Self.farAway)
        case .halfPageDown: move(by: max(1, focusedHeight / 2))
        case .halfPageUp: move(by: -max(1, focusedHeight / 2))
        case .pageDown: move(by: focusedHeight)
        case .pageUp: move(by: -focusedHeight)
        case .nextPane: goToPane(1)
        case .previousPane: goToPane(-1)
        case .resourcesPane: visit(.resources)
        case .contextPane: visit(.context)
        case .listPane: visit(.list(kind))
        case .detailPane: openDetailPane()
        case .logPane: visit(.commandLog)
        case .pulsesPane: visit(.report(.pulses))
        case .planPane: visit(.report(.plan))
        case .timelinePane: visit(.report(.timeline))
        case .open: open()
        case .back: back()
        case .quit: quit()
        case .lastView: if let last = trail.last { visit(last) }
        case .historyBack: if trail.goBack() { arrived() }
        case .historyForward: if trail.goForward() { arrived() }
        case .filter: openFilter()
        case .nextMatch: moveToMatch(forward: true)
        case .previousMatch: moveToMatch(forward: false)
        case .sortMenu:
            overlay = .sortMenu(
                SortMenu(columns: columns(of: kind, wide: isWide), current: list(kind).order.column))
        case .reverseSort:
            let order = list(kind).order
            sort(SortOrder(column: order.column, descending: !order.descending))
        case .sortColumnLeft: moveSort(by: -1)
        case .sortColumnRight: moveSort(by: 1)
        case .wideColumns: isWide.toggle()
        case .chooseColumns: openColumns()
        case .savedFilters: openFilters()
        case .edit: refuse(.notInAFile)
        case .reveal: toggleReveal()
        case .copyValue: askCopy()
        case .maskAll: maskAll()
        case .scrollValueDown: scrollValue(by: 1)
        case .scrollValueUp: scrollValue(by: -1)
        case .mark:
            updateList(kind) { list, _ in list.toggleMark() }
            moveList(by: 1)
        case .markRange: updateList(kind) { list, _ in list.markRange() }
        case .clearMarks: updateList(kind) { list, _ in list.clearMarks() }
        case .copyName: copyName()
        case .refresh: refresh()
        case .usedBy: openUsedBy()
        case .rotate: askRotation(selectedThing)
        case .setValue: runSet("")
        case .applyPlan: askRun([.apply, .resume])
        case .json: openJSON()
        case .log: openLog()
        case .export: openExport()
        case .hideHints:
            hidesHints.toggle()
            clampAll()
        case .crumbs: showsCrumbs.toggle()
        case .contain: openContainment()
        case .incident: visit(.report(.incidents))
        case .addNote: openEntry(0)
        case .addDecision: openEntry(1)
        case .addTodo: openEntry(2)
        case .timelineSource: turnTimelineSource()
        case .verifyChain: order(.look)
        case .access: runConsumers("") { .access($0) }
        case .rollBack: askRun([.rollback])
        case .share: toggleShare()
        case .command: overlay = .command(CommandPrompt())
        case .help: overlay = .help(HelpModel(context: keyContext))
        case .fullScreen:
            isFull.toggle()
            clampAll()
        case .wider: resizeList(by: 5)
        case .narrower: resizeList(by: -5)
        case .redraw: emit(.redraw)
        case .suspend: suspend(asked: true)
        }
    }

    /// More than any list has.
    private static let farAway = 1 << 30

    private var focusedHeight: Int { layout.height(of: ConsoleLayout.paneKind(of: screen)) }

    // MARK: moving

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

    private mutating func pass(from before: Reference?) {
        guard layout.pane(.detail) != nil, !screen.isDetail else { return }
        passing = (before, now.monotonic + Self.rest)
    }

    private mutating func scrollValue(by pages: Int) {
        guard case .revealed(var value, let choice) = curtain, let box = valueBox else { return }
        value.scroll = max(
            0, min(box.lineCount - box.visibleLines, value.scroll + pages * max(1, box.visibleLines - 1)))
        curtain = .revealed(value, among: choice)
    }

    private mutating func resizeList(by percent: Int) {
        listPercent = max(30, min(70, listPercent + percent))
    }

    // MARK: going

    /// Goes to a screen and asks for what it shows.
    mutating func visit(_ screen: Screen) {
        closeCurtain(.screenChanged)
        trail.visit(screen)
        arrived()
    }

    private mutating func arrived() {
        closeCurtain(.screenChanged)
        overlay = .none
        passing = nil
        cancelUnseenDetails()
        switch screen {
        case .list(let kind):
            self.kind = kind
            resourcesCursor = Self.index(of: kind)
            loadIfUnasked(kind)
            lookAhead()
        case .detail(let reference):
            glimpseDue = nil
            loadDetail(reference)
            selectWantedVariable()
        case .report(let topic):
            if topic == .timeline { order(.look) }
            openReport(topic)
            lookAhead()
        case .resources, .context, .commandLog, .firstRun: glimpseDue = nil
        }
        clampAll()
    }

    private mutating func goToPane(_ step: Int) {
        let layout = self.layout
        let kinds = layout.panes.map(\.kind)
        guard kinds.count > 1, let place = kinds.firstIndex(of: ConsoleLayout.paneKind(of: screen)) else {
            let all = ResourceKind.allCases
            let next = (Self.index(of: kind) + step + all.count) % all.count
            return visit(.list(all[next]))
        }
        switch kinds[(place + step + kinds.count) % kinds.count] {
        case .resources: visit(.resources)
        case .context: visit(.context)
        case .list: visit(.list(kind))
        case .detail: openDetailPane()
        case .log: visit(.commandLog)
        case .pulses: visit(.report(.pulses))
        case .plan: visit(.report(.plan))
        case .timeline: visit(.report(.timeline))
        case .report: break
        case .firstRun: visit(.firstRun)
        }
    }

    private mutating func openDetailPane() {
        if screen.isDetail { return }
        guard let reference = detailInView else { return refuse(.nothingSelected) }
        visit(.detail(reference))
    }

    private mutating func open() {
        switch screen {
        case .resources: visit(.list(ResourceKind.allCases[resourcesCursor]))
        case .list: openDetailPane()
        case .detail(let reference):
            if let link = detail(reference)?.selected?.link { open(link) } else { refuse(.nothingToOpen) }
        case .report(let topic):
            if let link = reports[topic]?.selected?.link { follow(link) } else { refuse(.nothingToOpen) }
        case .context, .commandLog, .firstRun: break
        }
    }

    /// Opens what a reference names: from a link, the `:` line or the start of the program.
    mutating func open(_ reference: Reference) {
        guard reference.listKind != nil else {
            message = Notice(.warning, "there is no screen for \(reference.text)")
            return
        }
        if case .variable(_, _, let name) = reference { wantedVariable = name }
        if let screen = reference.screen { visit(.detail(screen)) }
    }

    mutating func selectWantedVariable() {
        guard let name = wantedVariable, case .detail(let reference) = screen else { return }
        let height = layout.height(of: .detail)
        if details[reference]?.select(variable: name, height: height) == true { wantedVariable = nil }
    }

    private mutating func back() {
        switch screen {
        case .list(let kind):
            if lastKeyWasEscape {
                if list(kind).filter != .none { applyFilter("") }
            } else {
                quit()
            }
        case .firstRun: quit()
        case .resources, .context, .detail, .commandLog, .report:
            if trail.goBack() { arrived() } else { visit(.list(kind)) }
        }
    }

    // MARK: acting

    private mutating func copyName() {
        if case .list(let kind) = screen, !list(kind).marked.isEmpty {
            let names = list(kind).markedRows.map(Self.copied)
            emit(.copyName(names.joined(separator: "\n")))
            message = Notice(.information, "copied: \(names.count) names")
            return
        }
        let name: String?
        switch screen {
        case .list(let kind): name = list(kind).selected.map(Self.copied)
        case .detail(let reference):
            switch detail(reference)?.selected {
            case .variable(let variable, _, _): name = variable.name
            case .line(let line): name = line.link?.text ?? line.text
            case .value, .facts, .title, .variablesTitle, .problem, .blank, nil:
                name = detail(reference)?.row.map(Self.copied) ?? reference.text
            }
        case .report(let topic):
            let selected = reports[topic]?.selected
            name = selected?.link?.reference?.text ?? selected?.words
        case .resources, .context, .commandLog, .firstRun: name = nil
        }
        guard let name else { return }
        emit(.copyName(name))
        message = Notice(.information, "copied: \(name)")
    }

    private static func copied(_ row: ResourceRow) -> String { row.common.arn ?? row.common.name }

    private mutating func refresh() {
        switch screen {
        case .list(let kind): load(kind)
        case .detail(let reference): loadDetail(reference, again: true)
        case .resources: for kind in ResourceKind.allCases { load(kind) }
        case .context, .firstRun: emit(.loadIdentity)
        case .report(let topic):
            if topic == .timeline { order(.look) }
            for kind in topic.lists { load(kind) }
            ask(topic, again: true)
        case .commandLog: break
        }
    }
}

extension Reference {
    /// The thing whose detail screen shows it; nil if there is none.
    var screen: Reference? {
        switch self {
        case .variable(let function, let qualifier, _): .function(name: function, qualifier: qualifier)
        case .secret(let name, let version, _): .secret(name: name, version: version)
        case .alias, .functionURL: ofRow
        case .function, .parameter, .key: self
        case .role, .user, .accessKey, .eventSourceMapping, .stack: nil
        }
    }
}

extension Action {
    /// Why a shown value closes when the action is carried out; nil if it stays.
    var masks: MaskReason? {
        switch self {
        case .moveDown, .moveUp, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .nextMatch,
            .previousMatch, .mark, .markRange, .clearMarks:
            .moved
        case .nextPane, .previousPane, .resourcesPane, .contextPane, .listPane, .detailPane, .logPane, .pulsesPane,
            .planPane, .timelinePane, .open, .back,
            .lastView, .historyBack, .historyForward, .filter, .sortMenu, .reverseSort, .sortColumnLeft,
            .sortColumnRight, .wideColumns, .chooseColumns, .savedFilters, .usedBy, .rotate, .applyPlan, .rollBack,
            .json, .export, .contain, .incident, .addNote, .addDecision, .addTodo, .timelineSource, .verifyChain,
            .access, .log, .refresh, .command, .help, .fullScreen, .wider, .narrower, .setValue:
            .screenChanged
        // These close it in their own way, or leave it open on purpose.
        case .hideHints, .crumbs, .reveal, .maskAll, .share, .quit, .suspend, .scrollValueDown, .scrollValueUp,
            .copyName, .copyValue, .redraw, .edit:
            nil
        }
    }
}
