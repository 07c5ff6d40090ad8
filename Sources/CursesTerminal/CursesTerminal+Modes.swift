import CNcurses
import TerminalCanvas

extension CursesTerminal {
    /// Milliseconds after which an ESC is the key and not the start of a sequence.
    private static let escapeDelay: Int32 = 25
    /// The same where a network may tear a sequence apart.
    private static let escapeDelayOverNetwork: Int32 = 100

    func takeKeys(overNetwork: Bool) {
        let window = cncurses_stdscr()
        raw()
        noecho()
        nonl()
        keypad(window, true)
        nodelay(window, true)
        intrflush(window, false)
        set_escdelay(overNetwork ? CursesTerminal.escapeDelayOverNetwork : CursesTerminal.escapeDelay)
        curs_set(0)
        define(cncurses_string("PS").map { String(cString: $0) } ?? TerminalSequences.pasteStart, .pasteStart)
        define(cncurses_string("PE").map { String(cString: $0) } ?? TerminalSequences.pasteEnd, .pasteEnd)
        if name.answersQuestions {
            define(TerminalSequences.focusIn, .focusIn)
            define(TerminalSequences.focusOut, .focusOut)
        }
        for spare in TerminalSequences.spareKeys {
            let code: Int32 =
                switch spare.key {
                case .up: KEY_UP
                case .down: KEY_DOWN
                case .left: KEY_LEFT
                case .right: KEY_RIGHT
                case .home: KEY_HOME
                case .end: KEY_END
                case .backTab: KEY_BTAB
                }
            if spare.sequence.withCString({ key_defined($0) }) == 0 {
                _ = spare.sequence.withCString { define_key($0, code) }
            }
        }
    }

    /// What terminfo's own strings for starting and ending do not cover. Bracketed paste is always on: without
    /// it a paste would press keys.
    func switchModes(on: Bool) {
        var text = ""
        if let paste = cncurses_string(on ? "BE" : "BD") {
            text += String(cString: paste)
        } else if name.answersQuestions {
            text += on ? TerminalSequences.pasteOn : TerminalSequences.pasteOff
        }
        if name.answersQuestions {
            text += TerminalSequences.mouseOff
            text += on ? TerminalSequences.focusOn : TerminalSequences.focusOff
            text += on ? TerminalSequences.titleOn : TerminalSequences.titleOff
        }
        cncurses_flush()
        endpoints.write(text)
        // Behind the end of a mouse mode that somebody has left on.
        if on, usesMouse {
            cncurses_take_mouse(0)
            cncurses_take_mouse(1)
            cncurses_flush()
        }
    }

    private func define(_ sequence: String, _ code: KeyDecoder.OwnCode) {
        _ = sequence.withCString { define_key($0, code.rawValue) }
    }
}
