import TerminalCanvas

/// Which part of the console a key goes to.
extension ConsoleModel {
    mutating func take(_ key: Key) {
        if takesEverywhere(key) { return }
        guard layout.breadth != .tooSmall else {
            if key == "q" || key == "Q" { quit() }
            return
        }
        if case .asking(let dialog) = curtain { return take(key, in: dialog) }
        switch overlay {
        case .none: break
        case .filter(let field, let before): return take(key, filter: field, before: before)
        case .command(let prompt): return take(key, in: prompt)
        case .help(let help): return take(key, in: help)
        case .sortMenu(let menu): return take(key, in: menu)
        case .leaveShare(let field, _): return take(key, leave: field)
        case .menu(let menu): return take(key, in: menu)
        case .confirm(let confirmation): return take(key, in: confirmation)
        case .form(let form): return take(key, in: form)
        }
        if takesInFields(key) { return }
        if let hotkey = keys.hotkeys[key] {
            message = nil
            return run(hotkey.command)
        }
        let context = keyContext
        guard let action = keys.action(for: key, in: context) else { return explain(key) }
        message = nil
        lastKeyWasEscape = key == .escape
        perform(action, orRefuse: context)
    }

    /// A key that does nothing here says so: silence looks like a lost key. What was typed is not repeated; it may be a
    /// piece of something that was pasted into the wrong window.
    private mutating func explain(_ key: Key) {
        let binding = keys.bindings.first { $0.keys.contains(key) }
        switch binding {
        case let binding? where binding.group != .moving:
            message = Notice(.warning, "\(binding.words): not on this screen; ? has the keys of this one")
        case nil where key.isTyped: message = Notice(.warning, "that key does nothing here; ? has those that do")
        case _: break
        }
    }

    /// Does it, or says why not.
    mutating func perform(_ action: Action, orRefuse context: KeyContext) {
        switch action.availability(in: context) {
        case .available: perform(action)
        case .disabled(let reason): refuse(reason)
        case .absent: break
        }
    }

    /// The keys that work in every mode, text fields and dialogs included. The plain letter X does where it is not
    /// being typed.
    private mutating func takesEverywhere(_ key: Key) -> Bool {
        if isTyping, key.isTyped { return false }
        if keys.isKey(key, of: .maskAll) {
            maskAll()
        } else if key == .control("c") {
            interrupt()
        } else if keys.isKey(key, of: .suspend) {
            suspend(asked: true)
        } else if keys.isKey(key, of: .redraw) {
            emit(.redraw)
        } else {
            return false
        }
        return true
    }

    /// Whether letters go into a text field now.
    var isTyping: Bool {
        if case .asking(let dialog) = curtain { return dialog.focus == .note }
        switch overlay {
        case .filter, .command, .leaveShare: return true
        case .help(let help): return help.isSearching
        case .confirm: return false
        case .form(let form): return form.isTyping
        case .none, .sortMenu, .menu: return false
        }
    }

    /// Ctrl-C leaves what is being typed, else curtain.
    private mutating func interrupt() {
        if case .asking = curtain {
            curtain = .closed
            message = Notice(.information, "cancelled: nothing was fetched")
        } else if overlay != .none {
            switch overlay {
            case .filter(_, let before): applyFilter(before)
            case .menu(let menu): if case .themes(let before) = menu.purpose { emit(.chooseTheme(before)) }
            case .form: closeForm()
            case .none, .command, .help, .sortMenu, .leaveShare, .confirm: break
            }
            overlay = .none
        } else if isPlanRunning, !isPlanStopping {
            stopPlan()
        } else if isPlanRunning {
            closeCurtain(.quit)
            emit(.quit(.abandoned))
        } else {
            quit()
        }
    }

    mutating func quit() {
        closeCurtain(.quit)
        closeForm()
        if isPlanRunning { return askToLeaveRun() }
        emit(.quit(.asked))
    }

    /// Leaves whatever runs; a plan stops behind the call that is under way.
    mutating func leave(_ reason: QuitReason) {
        closeForm()
        if isPlanRunning { emit(.stopPlan) }
        emit(.quit(reason))
    }

    mutating func suspend(asked: Bool) {
        closeCurtain(.suspended)
        if hasHiddenText { closeForm() }
        isSuspended = true
        if asked { emit(.suspend) }
    }

    mutating func paste(_ bytes: [UInt8]) {
        guard layout.breadth != .tooSmall else { return }
        if case .asking(var dialog) = curtain {
            dialog.paste(bytes)
            curtain = .asking(dialog)
            return
        }
        switch overlay {
        case .filter(var field, let before):
            field.paste(bytes)
            overlay = .filter(field, before: before)
            applyFilter(field.text)
        case .command(var prompt):
            prompt.field.paste(bytes)
            complete(&prompt)
            overlay = .command(prompt)
        case .help(var help):
            guard help.isSearching else { return }
            help.search.paste(bytes)
            overlay = .help(help)
        case .form(var form):
            form.paste(bytes)
            overlay = .form(form)
        // The word is typed, never pasted; and a paste outside a text field is never a command.
        case .none, .sortMenu, .leaveShare, .menu, .confirm: return
        }
    }

    private mutating func take(_ key: Key, in dialog: NoteDialog) {
        var dialog = dialog
        switch dialog.handle(key) {
        case .stays: curtain = .asking(dialog)
        case .cancelled:
            curtain = .closed
            message = Notice(.information, "cancelled: nothing was fetched")
        case .confirmed(let note): fetch(dialog.reference, pointer: dialog.pointer, note: note, among: nil)
        }
    }

    private mutating func take(_ key: Key, leave field: TextField) {
        var field = field
        switch key {
        case .escape: overlay = .none
        case .enter:
            if field.text == "LEAVE" {
                leaveShare()
            } else {
                overlay = .leaveShare(TextField(limit: 20), problem: "type LEAVE in capitals, or esc to stay")
            }
        default:
            _ = field.handle(key)
            overlay = .leaveShare(field, problem: nil)
        }
    }

    /// The list of fields of a JSON secret takes the keys that move and choose. True if the key was one of them.
    private mutating func takesInFields(_ key: Key) -> Bool {
        guard var choice = curtain.fields, !curtain.isFetching else { return false }
        let last = choice.fields.count - 1
        let target: Int
        switch keys.isKey(key, of: .reveal) ? .choose : MenuKey(key, in: keys) {
        case .down: target = choice.cursor + 1
        case .up: target = choice.cursor - 1
        case .top: target = 0
        case .bottom: target = last
        case .choose:
            if curtain.value != nil {
                closeValue(.asked)
            } else if let field = choice.selected {
                fetch(choice.request.reference, pointer: field.pointer, note: choice.request.note, among: choice)
            }
            return true
        case .close:
            closeCurtain(.asked)
            return true
        // A long value scrolls with these; the others close what is open.
        case .pageDown, .pageUp, .search, nil: return false
        }
        if curtain.value != nil { closeValue(.moved) }
        choice.cursor = max(0, min(last, target))
        choice.deadline = now.monotonic + Double(settings.revealSeconds)
        curtain = .choosing(choice)
        return true
    }
}
