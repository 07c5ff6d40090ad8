import Dispatch
import Synchronization
import Watchers

/// Looks for whoever else sees the terminal, away from the main thread and from the pool that the calls share: a
/// multiplexer that hangs may keep it waiting for a second.
final class Lookout: Sendable {
    private let watched: Mutex<WatcherGuard>
    private let queue = DispatchQueue(label: "curtain.lookout")

    init(_ world: ConsoleWorld) { watched = Mutex(WatcherGuard(WatcherSearch(world.surroundings))) }

    /// Words that say who sees the terminal and has not been accepted; nil if there is nobody.
    func look() async -> String? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.watched.withLock { $0.look() }) }
        }
    }

    /// Share mode was left in the knowledge of those that the last look found.
    func accept() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.watched.withLock { $0.accept() }
                continuation.resume()
            }
        }
    }
}
