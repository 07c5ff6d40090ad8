import Dispatch
import Glibc

/// Gives a terminal its settings back when the process is told to end while it hides what is typed: SIGKILL alone leaves
/// it mute.
final class EchoGuard {
    private let before: [(number: Int32, action: sigaction)]
    private let sources: [any DispatchSourceSignal]

    /// - Parameters:
    ///   - terminal: the descriptor; must stay open as long as this lives.
    ///   - settings: what it had before.
    ///   - ended: called where somebody else looks after the signal, so that only the question is given up.
    init(_ terminal: Int32, settings: termios, ended: @escaping @Sendable () -> Void) {
        var before: [(number: Int32, action: sigaction)] = []
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGHUP, SIGTERM] {
            var action = sigaction()
            sigaction(number, nil, &action)
            before.append((number, action))
            let isLookedAfter = action.__sigaction_handler.sa_handler != nil
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if isLookedAfter { return ended() }
                var settings = settings
                tcsetattr(terminal, TCSAFLUSH, &settings)
                signal(number, SIG_DFL)
                // Threads of the pool have every signal blocked.
                var own = sigset_t()
                sigemptyset(&own)
                sigaddset(&own, number)
                pthread_sigmask(SIG_UNBLOCK, &own, nil)
                raise(number)
            }
            source.resume()
            sources.append(source)
        }
        self.before = before
        self.sources = sources
    }

    deinit {
        for source in sources { source.cancel() }
        for (number, action) in before {
            var action = action
            sigaction(number, &action, nil)
        }
    }
}
