/// Everything that one key can do. The table in `KeyBinding+Table.swift` has one line for each.
public enum Action: String, CaseIterable, Sendable, Hashable {
    case moveDown, moveUp, top, bottom, halfPageDown, halfPageUp, pageDown, pageUp
    case nextPane, previousPane
    case resourcesPane, contextPane, listPane, detailPane, logPane, pulsesPane, planPane, timelinePane
    case open, back, quit, lastView, historyBack, historyForward
    case filter, nextMatch, previousMatch, sortMenu, reverseSort, sortColumnLeft, sortColumnRight, wideColumns
    case chooseColumns, savedFilters
    case reveal, copyValue, maskAll, scrollValueDown, scrollValueUp
    case mark, markRange, clearMarks, copyName, usedBy, rotate, setValue, rollBack, applyPlan, json, log,
        export, hideHints, crumbs,
        contain, incident, addNote, access,
        addDecision, addTodo, timelineSource, verifyChain, edit, refresh, share
    case command, help, fullScreen, wider, narrower, redraw, suspend
}
