import CMainQueue
import Glibc

/// The main thread once the console runs: it sleeps until there is a key or the main queue has work. A key is then read
/// by the thread that was woken for it, where a source of Dispatch hands it to another one first.
@MainActor
enum MainThread {
    /// - Parameters:
    ///   - input: what to wait for beside the main queue; nil while nobody would read it.
    ///   - read: reads all of it.
    static func serve(input: () -> Int32?, read: () -> Void) -> Never {
        let queue = cmainqueue_handle()
        while true {
            // A negative descriptor is passed over.
            var waited = [
                pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input() ?? -1, events: Int16(POLLIN), revents: 0)
            ]
            // Interrupted by a signal that a source of Dispatch tells of: nothing to do here.
            guard poll(&waited, nfds_t(waited.count), -1) > 0 else { continue }
            if waited[1].revents != 0 { read() }
            if waited[0].revents != 0 {
                var wakes: UInt64 = 0
                _ = Glibc.read(queue, &wakes, MemoryLayout.size(ofValue: wakes))
                cmainqueue_drain(nil)
            }
        }
    }
}
