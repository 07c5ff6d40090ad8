import CNcurses
import TerminalCanvas

extension CursesTerminal {
    /// Everything that has come in since the last call, without waiting. Empty when nothing has.
    ///
    /// Answers of the terminal are taken out; a paste is one event however it arrives; a lost terminal is told
    /// once and for all. (The C function wget_wch.)
    public func readEvents() -> [TerminalEvent] {
        guard isActive, !isLost else { return [] }
        var events: [TerminalEvent] = []
        var received = false
        while true {
            var character: wint_t = 0
            let status = wget_wch(cncurses_stdscr(), &character)
            guard status != ERR else { break }
            if status == KEY_CODE_YES {
                takeCode(Int32(bitPattern: character), into: &events)
            } else {
                take(character, isFirst: !received, into: &events)
            }
            received = true
        }
        emit(filter.settle(), into: &events)
        if !received, endpoints.isLost {
            isLost = true
            events.append(.lost)
        }
        return events
    }

    /// Takes the window's new size over, after overwriting what must not be carried into it. Call it on SIGWINCH;
    /// nil when the size is the same. (The C function resizeterm.)
    public func resize() -> TerminalEvent? {
        // Compared with what was painted last: ncurses takes a new size over by itself when it comes back.
        guard isActive, !isLost, let size = endpoints.size, size != (front.rows, front.columns) else { return nil }
        overwriteSensitive()
        resizeterm(Int32(size.rows), Int32(size.columns))
        front.resize(rows: size.rows, columns: size.columns)
        frontIsCurrent = false
        return .resized(rows: rows, columns: columns)
    }

    private func takeCode(_ code: Int32, into events: inout [TerminalEvent]) {
        if let own = KeyDecoder.OwnCode(rawValue: code) {
            switch own {
            case .pasteStart: paste.open()
            case .pasteEnd: if paste.isOpen { events.append(.paste(paste.close())) }
            case .focusIn: events.append(.focus(true))
            case .focusOut: events.append(.focus(false))
            }
            return
        }
        if code == KEY_RESIZE {
            if let event = resize() { events.append(event) }
            return
        }
        if code == KEY_MOUSE {
            takeMouse(into: &events)
            return
        }
        // A key within a paste is a sequence that somebody hid in the text.
        guard !paste.isOpen, let key = KeyDecoder.key(code: code) else { return }
        events.append(.key(key))
    }

    /// (The C function getmouse.)
    private func takeMouse(into events: inout [TerminalEvent]) {
        var row: Int32 = 0
        var column: Int32 = 0
        switch cncurses_read_mouse(&row, &column) {
        case 1: if !paste.isOpen { events.append(.pressed(row: Int(row), column: Int(column))) }
        case 2: if !paste.isOpen { events.append(.scrolled(-CursesTerminal.wheelLines)) }
        case 3: if !paste.isOpen { events.append(.scrolled(CursesTerminal.wheelLines)) }
        default: break
        }
    }

    private func take(_ character: UInt32, isFirst: Bool, into events: inout [TerminalEvent]) {
        if paste.isOpen {
            // A terminal that never ends its paste must not keep the keyboard: Ctrl-C alone breaks it off.
            if isFirst, character == 0x03 {
                _ = paste.close()
            } else {
                paste.take(character)
                return
            }
        }
        emit(filter.feed(character, at: CursesTerminal.milliseconds()), into: &events)
    }

    private func emit(_ outputs: [AnswerFilter.Output], into events: inout [TerminalEvent]) {
        for output in outputs {
            switch output {
            case .typed(let character):
                if let key = KeyDecoder.key(character: character) { events.append(.key(key)) }
            case .answer(let answer): note(answer)
            }
        }
    }
}
