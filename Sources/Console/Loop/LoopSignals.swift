import Dispatch
import Glibc

/// The signals that concern a program on a terminal, brought onto the main thread as events.
@MainActor
final class LoopSignals {
    /// What each of them means to the loop.
    enum Meaning: CaseIterable {
        /// SIGWINCH: the window has another size.
        case resized
        /// SIGTSTP from outside: the Ctrl-Z that the terminal did not read as a key.
        case stop
        /// SIGCONT: somebody stopped us with SIGSTOP and now we go on.
        case resumed
        /// SIGHUP: the terminal, or the parent that looks after it, is gone.
        case terminalLost
        /// SIGTERM and SIGINT: leave in good order.
        case terminate, interrupt

        var number: Int32 {
            switch self {
            case .resized: SIGWINCH
            case .stop: SIGTSTP
            case .resumed: SIGCONT
            case .terminalLost: SIGHUP
            case .terminate: SIGTERM
            case .interrupt: SIGINT
            }
        }
    }

    private var sources: [any DispatchSourceSignal] = []

    /// From here on the signals do nothing by themselves. (The C function signal.)
    func listen(_ body: @escaping @MainActor @Sendable (Meaning) -> Void) {
        for meaning in Meaning.allCases {
            // Their default action would end or stop the process before the screen is given back.
            signal(meaning.number, meaning == .resumed ? SIG_DFL : SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: meaning.number, queue: .main)
            source.setEventHandler { MainActor.assumeIsolated { body(meaning) } }
            source.activate()
            sources.append(source)
        }
    }
}
