import ConsoleViewModels
import CursesTerminal
import Glibc
import TerminalCanvas

extension ConsoleLoop {
    func take(_ signal: LoopSignals.Meaning) {
        switch signal {
        case .resized: if let event = terminal.resize() { take(terminalEvent: event) }
        case .stop:
            take([.willSuspend])
            suspend()
        case .resumed: comeBack()
        case .terminalLost: take([.terminalLost])
        case .terminate: leave(by: SIGTERM)
        case .interrupt: leave(by: SIGINT)
        }
    }

    /// Closes, gives the terminal back and stops the process, as job control wants it; goes on after SIGCONT.
    func suspend() {
        guard terminal.isActive else { return }
        expectsContinue = true
        terminal.suspend()
        takeTerminalAgain()
    }

    /// After a stop that nobody announced the shell has written on the screen and changed the terminal's modes.
    private func comeBack() {
        guard !expectsContinue else {
            expectsContinue = false
            return
        }
        guard terminal.isActive else { return }
        take([.willSuspend])
        terminal.suspend(stopProcess: {})
        takeTerminalAgain()
    }

    private func takeTerminalAgain() {
        let event = terminal.resume()
        take([.didResume])
        if let event { take(terminalEvent: event) }
    }

    /// Somebody asked the process to end: like the key, but that the exit code says which signal it was.
    private func leave(by signal: Int32) {
        endingSignal = signal
        take([.leave])
    }
}
