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
