import Dispatch
import Glibc

/// SIGHUP and SIGTERM as a request to stop in good order, for as long as it lives.
final class EndingSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ ended: @escaping @Sendable () -> Void) {
        sources = [SIGHUP, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: ended)
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
