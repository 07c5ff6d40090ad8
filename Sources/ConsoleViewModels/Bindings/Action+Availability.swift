import Inventory

extension Action {
    /// Whether the action applies in the context.
    public func availability(in context: KeyContext) -> Availability {
        switch self {
        case .quit, .maskAll, .share, .command, .help, .redraw, .suspend, .refresh, .resourcesPane, .contextPane,
            .listPane, .logPane, .pulsesPane:
            .available
        case .planPane: context.hasPlan ? .available : .disabled(.noPlan)
        case .timelinePane: context.hasTimeline ? .available : .disabled(.noTimeline)
        case .moveDown, .moveUp, .top, .bottom:
            context.screen.moves ? .available : .absent
        case .halfPageDown, .halfPageUp, .pageDown, .pageUp:
            context.screen.moves && !context.isLongValue ? .available : .absent
        case .scrollValueDown, .scrollValueUp:
            context.isLongValue ? .available : .absent
        case .nextPane, .previousPane: .available
        case .detailPane:
            context.selection == .nothing && !context.screen.isDetail
                ? .disabled(.nothingSelected) : .available
        case .open: openAvailability(in: context)
        case .back: .available
        case .lastView: context.hasLast ? .available : .disabled(.noHistory)
        case .historyBack: context.hasBack ? .available : .disabled(.noHistory)
        case .historyForward: context.hasForward ? .available : .disabled(.noHistory)
        case .filter: context.screen.moves ? .available : .absent
        case .nextMatch, .previousMatch:
            if !context.screen.moves { .absent } else { context.isFiltered ? .available : .disabled(.noFilter) }
        case .sortMenu, .reverseSort, .sortColumnLeft, .sortColumnRight, .wideColumns, .chooseColumns, .savedFilters:
            context.screen.isList ? .available : .absent
        case .mark, .markRange, .clearMarks:
            context.screen.isList && !context.isLongValue ? .available : .absent
        case .reveal: revealAvailability(in: context)
        case .copyValue: copyValueAvailability(in: context)
        case .copyName, .usedBy: copyAvailability(in: context)
        case .rotate: rotateAvailability(in: context)
        case .setValue: setAvailability(in: context)
        case .log: logAvailability(in: context)
        case .json: copyAvailability(in: context)
        case .export:
            context.screen.moves ? .available : .absent
        case .hideHints, .crumbs: .available
        case .contain:
            if !context.screen.isList, !context.screen.isDetail, !context.screen.isReport {
                .absent
            } else if context.isShared {
                .disabled(.changesShared)
            } else if context.isReadOnly {
                .disabled(.changesReadOnly)
            } else {
                context.selection == .nothing ? .disabled(.nothingSelected) : .available
            }
        case .incident: .available
        case .addNote: context.hasIncident ? .available : .disabled(.noTimeline)
        case .access: copyAvailability(in: context)
        case .addDecision, .addTodo, .timelineSource, .verifyChain:
            context.screen == .report(.timeline) ? .available : .absent
        case .applyPlan:
            commandAvailability([.apply, .resume], in: context, otherwise: .nothingToApply)
        case .rollBack: commandAvailability([.rollback], in: context, otherwise: .nothingToUndo)
        // Whoever comes from another tool presses it: say where values are changed.
        case .edit: context.screen.isList || context.screen.isDetail ? .disabled(.notInAFile) : .absent
        case .fullScreen, .wider, .narrower: context.panes > 1 ? .available : .disabled(.onePane)
        }
    }

    private func logAvailability(in context: KeyContext) -> Availability {
        guard context.screen.isList || context.screen.isDetail || context.screen.isReport else { return .absent }
        if context.isShared { return .disabled(.logShared) }
        switch context.selection {
        case .row(.function), .variable: return .available
        case .row(.parameter), .row(.secret), .row(.key), .value: return .disabled(.noLog)
        case .line:
            return context.detailKind == .function || context.screen.isReport ? .available : .disabled(.noLog)
        case .nothing: return .disabled(.nothingSelected)
        }
    }

    private func openAvailability(in context: KeyContext) -> Availability {
        switch context.selection {
        case .row: .available
        case .nothing: context.screen.moves ? .disabled(.nothingSelected) : .absent
        case .variable, .value, .line: context.hasLink ? .available : .disabled(.nothingToOpen)
        }
    }

    private func copyAvailability(in context: KeyContext) -> Availability {
        switch context.screen {
        case .list, .detail, .report: context.selection == .nothing ? .disabled(.nothingSelected) : .available
        case .resources, .context, .commandLog, .firstRun: .absent
        }
    }

    private func rotateAvailability(in context: KeyContext) -> Availability {
        guard context.screen.isList || context.screen.isDetail || context.screen.isReport else { return .absent }
        if context.isShared { return .disabled(.changesShared) }
        if context.isReadOnly { return .disabled(.changesReadOnly) }
        if context.isPlanMaking { return .disabled(.planMaking) }
        switch context.selection {
        case .row(.key): return .disabled(.keysNotRotated)
        case .row(.function), .row(.parameter), .row(.secret), .variable, .value: return .available
        case .line: return context.canRotate ? .available : .disabled(.nothingToRotate)
        case .nothing: return .disabled(.nothingSelected)
        }
    }

    /// A function is started anew by a rotation; it has no value to be set.
    private func setAvailability(in context: KeyContext) -> Availability {
        switch context.selection {
        case .row(.function): .disabled(.nothingToRotate)
        case .row, .variable, .value, .line, .nothing: rotateAvailability(in: context)
        }
    }

    /// What is done with the plan on the screen.
    private func commandAvailability(
        _ commands: [PlanCommand], in context: KeyContext, otherwise reason: DisabledReason
    ) -> Availability {
        guard let possible = context.planCommands else { return .absent }
        if context.isShared { return .disabled(.changesShared) }
        if context.isReadOnly { return .disabled(.changesReadOnly) }
        if context.isPlanRunning { return .disabled(.planRuns) }
        return possible.contains(where: commands.contains) ? .available : .disabled(reason)
    }

    private func revealAvailability(in context: KeyContext) -> Availability {
        if context.isRevealed { return .available }
        guard context.screen.isList || context.screen.isDetail else { return .absent }
        // What is forbidden is said before what is missing.
        if context.isShared { return .disabled(.shareMode) }
        if context.isReadOnly { return .disabled(.readOnly) }
        if context.isFetching { return .disabled(.fetching) }
        switch context.selection {
        case .row(.function): return .disabled(.pickAVariable)
        case .row(.key): return .disabled(.keysHaveNoValue)
        case .row(.parameter), .row(.secret), .variable, .value: return .available
        case .line, .nothing: return unselectedReveal(in: context)
        }
    }

    private func copyValueAvailability(in context: KeyContext) -> Availability {
        let reveal = revealAvailability(in: context)
        guard reveal == .available else { return reveal }
        return context.hasClipboard ? .available : .disabled(.clipboardOff)
    }

    /// On a line without a value, a detail screen of something with one value still knows which is meant.
    private func unselectedReveal(in context: KeyContext) -> Availability {
        switch context.detailKind {
        case .parameter, .secret: .available
        case .key: .disabled(.keysHaveNoValue)
        case .function: .disabled(.noValueOnThisLine)
        case nil: .disabled(.nothingSelected)
        }
    }
}
