import TerminalCanvas

extension KeyBinding {
    /// The keys of the house (docs/keys.md is generated from this).
    public static let table: [KeyBinding] = moving + finding + values + acting + screens

    private static func key(
        _ action: Action, _ keys: [Key], _ words: String, _ help: String, in group: Group, danger: Danger = .none,
        footer: Int? = nil
    ) -> KeyBinding {
        KeyBinding(
            action: action, keys: keys, words: words, help: help, group: group, danger: danger, footerRank: footer)
    }

    private static let moving = [
        key(.moveDown, ["j", .down], "down", "Move down one row.", in: .moving),
        key(.moveUp, ["k", .up], "up", "Move up one row.", in: .moving),
        key(.top, ["g", "<", .home], "top", "Move to the first row.", in: .moving),
        key(.bottom, ["G", ">", .end], "bottom", "Move to the last row.", in: .moving),
        key(.halfPageDown, [.control("d")], "half page down", "Move down half a page.", in: .moving),
        key(.halfPageUp, [.control("u")], "half page up", "Move up half a page.", in: .moving),
        key(.pageDown, [.pageDown, .control("f")], "page down", "Move down a page.", in: .moving),
        key(.pageUp, [.pageUp, .control("b")], "page up", "Move up a page.", in: .moving),
        key(
            .nextPane, [.tab, "l", .right], "next pane",
            "Go to the next pane; where only one pane fits, to the next list.", in: .moving, footer: 70),
        key(
            .previousPane, [.backTab, "h", .left], "previous pane",
            "Go to the previous pane; where only one pane fits, to the previous list.", in: .moving)
    ]

    private static let finding = [
        key(
            .filter, ["/"], "filter",
            "Narrow a list as you type: text, !text for rows without it, -f letters in order, -l tag=value. "
                + "Elsewhere, find text. Values are never searched.",
            in: .finding, footer: 20),
        key(.nextMatch, ["n"], "next match", "Move to the next row that matches.", in: .finding),
        key(.previousMatch, ["N"], "previous match", "Move to the previous row that matches.", in: .finding),
        key(.sortMenu, ["o"], "sort", "Choose the column to sort by.", in: .finding, footer: 50),
        key(.reverseSort, ["O"], "reverse", "Reverse the order.", in: .finding),
        key(.sortColumnLeft, [.shiftLeft], "sort left", "Sort by the column to the left.", in: .finding),
        key(.sortColumnRight, [.shiftRight], "sort right", "Sort by the column to the right.", in: .finding),
        key(.wideColumns, [.control("w")], "wide", "Show or hide the wide columns.", in: .finding),
        key(
            .chooseColumns, ["W"], "columns",
            "Choose the columns of the list: space switches one, J and K carry it.", in: .finding),
        key(.savedFilters, ["'"], "saved filters", "The filters that were saved for this list.", in: .finding)
    ]

    private static let values = [
        key(
            .reveal, ["x"], "reveal",
            "Ask for this one value: a note is asked for and recorded before anything is fetched. "
                + "While the value is shown, mask it again.",
            in: .values, danger: .showsValue, footer: 11),
        key(
            .copyValue, ["C"], "copy value",
            "Copy this one value without showing it, if a clipboard is configured: with a note of its own, and gone again "
                + "after the time of a reveal.",
            in: .values, danger: .showsValue),
        key(
            .maskAll, ["X", .control("x")], "mask all",
            "Mask everything now, close prompts and dialogs, take back what was copied. "
                + "In a text field X is a letter, and ctrl-x does it.",
            in: .values, footer: 85),
        key(
            .scrollValueDown, [.pageDown, .control("f"), .control("d"), " "], "scroll value",
            "Scroll a shown value that is longer than its box.", in: .values, footer: 12),
        key(
            .scrollValueUp, [.pageUp, .control("b"), .control("u")], "scroll value up",
            "Scroll a shown value back.", in: .values),
        key(
            .share, ["S"], "share mode",
            "Share mode on at once: no value can be revealed. To leave it, press S again and type LEAVE.",
            in: .values, footer: 80)
    ]

    private static let acting = [
        key(.mark, [" "], "mark", "Mark the row, or take its mark away, and move down.", in: .acting),
        key(.markRange, ["v"], "range", "Mark every row from the last mark to this one.", in: .acting),
        key(.clearMarks, [.control("\\")], "clear marks", "Take every mark away.", in: .acting),
        key(
            .copyName, ["c"], "copy name",
            "Copy the name of what is selected, or of all that is marked; never a value.", in: .acting, footer: 40),
        key(
            .usedBy, ["u"], "used by",
            "Who uses what is selected, with the evidence; :reach and :drift go the other ways.",
            in: .acting, footer: 35),
        key(
            .rotate, ["r"], "rotate",
            "Plan a new value and everything that has to follow it; of a function, plan to start it anew. Nothing is "
                + "changed before the plan was read and its name typed.",
            in: .acting, footer: 25),
        key(
            .setValue, ["E"], "set",
            "Plan a new value for what is selected and nothing else; a value is typed twice or generated, never in a file.",
            in: .acting),
        key(
            .applyPlan, ["p"], "apply",
            "Carry out the plan on the screen, or go on with it, once its name is typed.", in: .acting,
            danger: .changes, footer: 12),
        key(
            .rollBack, ["z"], "roll back",
            "Take back what the plan has done, in reverse order, once that is confirmed.", in: .acting,
            danger: .changes, footer: 13),
        key(
            .incident, ["i"], "incident", "The incidents: open one, attach one, close it.", in: .incident, footer: 45),
        key(
            .addNote, ["a"], "note", "Write a note, a decision or something to do into the attached incident.",
            in: .incident, footer: 46),
        key(
            .contain, ["!"], "contain",
            "What can be done at once against a leak from what is selected; its effect and its undo are said first.",
            in: .incident, danger: .changes),
        key(.access, ["A"], "access", "Who read what is selected in the last day, as a plot.", in: .incident),
        key(
            .timelineSource, ["s"], "source", "In the timeline: everybody, then each source alone.", in: .incident,
            footer: 16),
        key(
            .addDecision, ["D"], "decision", "In the timeline: write a decision and who made it.", in: .incident,
            footer: 17),
        key(.addTodo, ["T"], "to do", "In the timeline: write what is to be done.", in: .incident, footer: 18),
        key(
            .verifyChain, ["V"], "verify", "In the timeline: read and check its chains again.", in: .incident,
            footer: 19),
        key(
            .json, ["y"], "JSON", "Everything about what is selected but its value, as JSON.", in: .acting),
        key(
            .log, ["L"], "log",
            "The end of a function's log, followed: invocations, levels, times; what the function wrote stays closed.",
            in: .acting),
        key(
            .export, [.control("s")], "export", "Write what is on the screen into a file; no value is in it.",
            in: .acting),
        key(.edit, ["e"], "edit", "Says how a value is changed: never in a file.", in: .acting),
        key(
            .refresh, ["R", .control("r"), .function(5)], "refresh",
            "Ask AWS again for what is on the screen.", in: .acting, footer: 60)
    ]

    private static let screens = [
        key(.open, [.enter, "d"], "open", "Open what is selected, or follow the link.", in: .screens, footer: 10),
        key(
            .back, [.escape, "q"], "back",
            "Go back. In a list, esc drops the filter and q leaves curtain.", in: .screens, footer: 15),
        key(
            .quit, ["Q", .control("c")], "quit",
            "Mask everything and leave curtain. While a plan runs ctrl-c stops it first, behind the call under way.",
            in: .screens),
        key(
            .lastView, ["-"], "last view", "Go to the view before this one, and with the next press back.", in: .screens
        ),
        key(.historyBack, ["["], "view back", "Go back through the views.", in: .screens),
        key(.historyForward, ["]"], "view forward", "Go forward through the views.", in: .screens),
        key(.resourcesPane, ["1"], "resources", "The four lists and what is in them.", in: .screens),
        key(.contextPane, ["2"], "context", "Who and where the console is, and its modes.", in: .screens),
        key(.pulsesPane, ["3"], "pulses", "What needs a look, counted from the lists.", in: .screens),
        key(.listPane, ["4"], "list", "The list.", in: .screens),
        key(.detailPane, ["5"], "detail", "Everything about what is selected, but the value.", in: .screens),
        key(.planPane, ["6"], "plan", "The steps of the plan that runs.", in: .screens),
        key(.timelinePane, ["7", "t"], "timeline", "The timeline of the attached incident.", in: .screens),
        key(.logPane, ["8"], "command log", "Every AWS call of this session.", in: .screens),
        key(.command, [":"], "command", "Type a command or a reference.", in: .screens, footer: 30),
        key(.help, ["?"], "keys", "The keys that apply here; / searches them.", in: .screens, footer: 90),
        key(.fullScreen, ["f"], "full screen", "Give this pane the whole screen, and back.", in: .screens),
        key(.wider, ["+"], "wider", "Make the list wider.", in: .screens),
        key(.narrower, ["_"], "narrower", "Make the list narrower.", in: .screens),
        key(.hideHints, [.control("e")], "hints", "Put the key hints away, or bring them back.", in: .screens),
        key(.crumbs, [.control("g")], "crumbs", "Show the way that led here.", in: .screens),
        key(.redraw, [.control("l")], "redraw", "Paint the screen again.", in: .screens),
        key(
            .suspend, [.control("z")], "suspend", "Mask everything, clear the screen and stop; fg comes back.",
            in: .screens)
    ]
}
