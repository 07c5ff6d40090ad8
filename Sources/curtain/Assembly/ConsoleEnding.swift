import ConsoleViewModels
import Glibc

/// The end of the console's process, once the terminal is given back and everything is on record.
enum ConsoleEnding {
    /// - Parameter signal: what asked the process to end; the exit code says it as shells do.
    static func end(_ reason: QuitReason, signal: Int32?) -> Never {
        // exit(3) would tear libraries down below their own threads.
        if let signal { _exit(128 + signal) }
        switch reason {
        case .asked: _exit(ExitStatus.done.rawValue)
        case .abandoned: _exit(ExitStatus.stoppedHalfway.rawValue)
        case .terminalLost: _exit(128 + SIGHUP)
        }
    }
}
