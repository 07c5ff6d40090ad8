import Inventory
import TerminalCanvas

/// Columns, saved filters and themes: the menus and the commands of the same.
extension ConsoleModel {
    mutating func take(_ key: Key, in menu: ChoiceMenu) {
        var menu = menu
        let page = max(1, layout.messageRow - 6)
        switch (key, menu.purpose) {
        case (.shiftDown, .columns), (.character("J"), .columns):
            menu.carry(by: 1)
            return show(menu)
        case (.shiftUp, .columns), (.character("K"), .columns):
            menu.carry(by: -1)
            return show(menu)
        case (.character(" "), .columns):
            if let isOn = menu.selected?.isOn { menu.entries[menu.cursor].isOn = !isOn }
            return show(menu)
        case (.delete, .filters), (.character("D"), .filters):
            if let name = menu.selected?.text { forgetFilter(name) }
            return
        default: break
        }
        guard let meaning = MenuKey(key, in: keys) else { return }
        switch meaning {
        case .choose: choose(in: menu)
        case .close: leave(menu)
        case .search: break
        case .down, .up, .pageDown, .pageUp, .top, .bottom:
            menu.move(meaning, page: page)
            show(menu)
        }
    }

    private mutating func show(_ menu: ChoiceMenu) {
        overlay = .menu(menu)
        switch menu.purpose {
        case .columns: applyColumns(of: menu)
        case .filters, .contain: break
        case .themes: if let name = menu.selected?.text { emit(.chooseTheme(name)) }
        }
    }

    private mutating func choose(in menu: ChoiceMenu) {
        overlay = .none
        switch menu.purpose {
        case .columns: sayColumns()
        case .filters: if let name = menu.selected?.text { runFilter(name) }
        case .themes: if let name = menu.selected?.text { runTheme(name) }
        case .contain(let thing):
            let words = ContainmentWord.possible(for: thing)
            if words.indices.contains(menu.cursor) { prepare(words[menu.cursor].word, words[menu.cursor].about) }
        }
    }

    private mutating func leave(_ menu: ChoiceMenu) {
        overlay = .none
        switch menu.purpose {
        case .columns: sayColumns()
        case .filters, .contain: break
        case .themes(let before): emit(.chooseTheme(before))
        }
    }

    // MARK: columns

    /// The columns of a list: those that were chosen, else its own.
    public func columns(of kind: ResourceKind, wide: Bool) -> [ListColumn] {
        chosenColumns[kind] ?? ListColumn.columns(of: kind, wide: wide)
    }

    /// Whether a person decided which columns the list has.
    public var hasChosenColumns: Bool { chosenColumns[kind] != nil }

    mutating func openColumns() {
        let chosen = columns(of: kind, wide: isWide)
        let others = ListColumn.columns(of: kind, wide: true).filter { !chosen.contains($0) }
        let entries = (chosen.map { ($0, true) } + others.map { ($0, false) }).filter { $0.0 != .name }
        overlay = .menu(
            ChoiceMenu(
                .columns, title: "Columns of the \(kind.plural)",
                entries: entries.map { ChoiceMenu.Entry($0.0.word, isOn: $0.1) }))
    }

    private mutating func applyColumns(of menu: ChoiceMenu) {
        let on = menu.entries.filter { $0.isOn == true }.compactMap { ListColumn(word: $0.text) }
        chosenColumns[kind] = [.name] + on
    }

    /// How to keep what was chosen.
    private mutating func sayColumns() {
        guard let chosen = chosenColumns[kind] else { return }
        let words = chosen.map { "\"\($0.word)\"" }.joined(separator: ", ")
        message = Notice(.information, "to keep them: [ui] columns = { \(kind.plural) = [\(words)] }")
    }

    mutating func runColumns(_ argument: String) {
        guard !argument.isEmpty else { return openColumns() }
        guard argument != "default" else {
            chosenColumns[kind] = settings.columns[kind]
            return
        }
        var columns: [ListColumn] = []
        for word in argument.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let column = ListColumn(word: String(word)),
                ListColumn.columns(of: kind, wide: true).contains(column)
            else {
                let words = ListColumn.columns(of: kind, wide: true).map(\.word).joined(separator: " ")
                message = Notice(.warning, "the \(kind.plural) have the columns \(words)")
                return
            }
            if column != .name { columns.append(column) }
        }
        chosenColumns[kind] = [.name] + columns
        sayColumns()
    }

    // MARK: saved filters

    mutating func openFilters() {
        let entries = savedFilters.filter { $0.kind == kind }.map { ChoiceMenu.Entry($0.name, remark: $0.text) }
        guard !entries.isEmpty else {
            message = Notice(
                .information, "no filter is saved for the \(kind.plural): filter with /, then :save NAME")
            return
        }
        overlay = .menu(ChoiceMenu(.filters, title: "Filters of the \(kind.plural)", entries: entries))
    }

    /// `filter NAME`
    mutating func runFilter(_ name: String) {
        guard !name.isEmpty else { return openFilters() }
        guard
            let filter = savedFilters.first(where: { $0.name == name && $0.kind == kind })
                ?? savedFilters.first(where: { $0.name == name })
        else {
            message = Notice(.warning, "no filter has that name; ' lists those of the \(kind.plural)")
            return
        }
        visit(.list(filter.kind))
        applyFilter(filter.text)
    }

    /// `save NAME`
    mutating func runSaveFilter(_ name: String) {
        let text = list(kind).filterText
        guard !name.isEmpty, !name.contains(where: { $0.isWhitespace }), name.count <= 40 else {
            message = Notice(.warning, "save NAME: one word of at most 40 characters")
            return
        }
        guard list(kind).filter != .none else {
            message = Notice(.warning, "there is no filter to save: / begins one")
            return
        }
        savedFilters.removeAll { $0.name == name && $0.kind == kind }
        savedFilters.append(SavedFilter(name: name, kind: kind, text: text))
        savedFilters.sort { ($0.kind.plural, $0.name) < ($1.kind.plural, $1.name) }
        emit(.saveFilters(savedFilters))
        message = Notice(.information, "saved as \(name): ' or :filter \(name) brings it back")
    }

    /// `forget NAME`, and D in the menu.
    mutating func forgetFilter(_ name: String) {
        guard let filter = savedFilters.first(where: { $0.name == name && $0.kind == kind }) else {
            message = Notice(.warning, "no filter of the \(kind.plural) has that name")
            return
        }
        overlay = .confirm(
            Confirmation(
                .forgetFilter(filter), title: "Forget the filter \(name)?",
                lines: ["It filters the \(kind.plural) by \(filter.text)", "It is gone from the file of filters."],
                verb: "Forget \(name)"))
    }

    // MARK: themes

    mutating func runTheme(_ name: String) {
        guard !name.isEmpty else {
            // The choice by the terminal's background is one of them, and enter without a move leaves what is.
            let themes = [settings.themes.contains(theme) ? "auto" : theme] + settings.themes
            let place = themes.firstIndex(of: theme) ?? 0
            overlay = .menu(
                ChoiceMenu(
                    .themes(before: theme), title: "Themes", entries: themes.map { ChoiceMenu.Entry($0) },
                    cursor: place))
            return
        }
        guard settings.themes.contains(name) || name.hasPrefix("auto") else {
            message = Notice(.warning, "there is no theme of that name; :theme lists them")
            return
        }
        theme = name
        emit(.chooseTheme(name))
        message = Notice(.information, "theme \(name); to keep it: [ui] theme = \"\(name)\"")
    }

    // MARK: confirmations

    mutating func take(_ key: Key, in confirmation: Confirmation) {
        var confirmation = confirmation
        switch confirmation.handle(key) {
        case .stays: overlay = .confirm(confirmation)
        case .refused:
            overlay = .none
            message = Notice(.information, "nothing was changed")
        case .confirmed:
            overlay = .none
            carryOut(confirmation.consequence)
        }
    }

    private mutating func carryOut(_ consequence: Confirmation.Consequence) {
        switch consequence {
        case .leaveReadOnly: emit(.recordModeChange(.readOnlyOff))
        case .leaveRunning: leave(.asked)
        case .forgetFilter(let filter):
            savedFilters.removeAll { $0 == filter }
            emit(.saveFilters(savedFilters))
            message = Notice(.information, "the filter \(filter.name) is forgotten")
        }
    }
}
