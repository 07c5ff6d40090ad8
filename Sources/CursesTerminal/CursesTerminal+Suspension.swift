import CNcurses
import Glibc
import TerminalCanvas

extension CursesTerminal {
    /// Gives the terminal back for a while: overwrites what is revealed, clears, leaves, and stops the process.
    /// Returns after SIGCONT with the terminal still given back; ``resume()`` takes it again.
    ///
    /// `stopProcess` is what stops it; by default SIGTSTP to ourselves with its default action.
    public func suspend(stopProcess: () -> Void = CursesTerminal.stopItself) {
        guard isActive, !isStopped else { return }
        overwriteSensitive()
        werase(cncurses_stdscr())
        wnoutrefresh(cncurses_stdscr())
        doupdate()
        frontIsCurrent = false
        leave()
        stopProcess()
    }

    /// Takes the terminal again after ``suspend(stopProcess:)``. Returns the new size if it has changed
    /// meanwhile. The next ``draw(_:theme:)`` paints everything.
    public func resume() -> TerminalEvent? {
        guard !isActive, !isStopped, !isLost else { return nil }
        isActive = true
        clearok(cncurses_curscr(), true)
        wnoutrefresh(cncurses_stdscr())
        doupdate()
        switchModes(on: true)
        frontIsCurrent = false
        return resize()
    }

    /// Stops this process as the shell's job control does. The threads of Dispatch, the main queue's own among
    /// them, block every signal, so this one is let through first; and it goes to this thread, as another one would
    /// let this one run on for a moment. (The C functions raise and pthread_sigmask.)
    public nonisolated static func stopItself() {
        var action = sigaction()
        var previousAction = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(SIGTSTP, &action, &previousAction)
        var stop = sigset_t()
        var previousMask = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, &previousMask)
        raise(SIGTSTP)
        pthread_sigmask(SIG_SETMASK, &previousMask, nil)
        sigaction(SIGTSTP, &previousAction, nil)
    }

    /// What brings a terminal back that nobody has given back, for a process that looks after ours: the screen
    /// cleared, the main screen, every mode off, the cursor shown, the looks reset.
    public nonisolated static let restoringSequence: String =
        "\u{1B}[?2026l\u{1B}[H\u{1B}[2J" + TerminalSequences.pasteOff + TerminalSequences.focusOff
        + TerminalSequences.mouseOff + "\u{1B}[?1049l\u{1B}[?25h\u{1B}[0m" + TerminalSequences.titleOff
}
