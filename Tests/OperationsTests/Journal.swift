import Synchronization

/// What happened, in order, a line an event.
final class Journal: Sendable {
    private let state = Mutex<[String]>([])

    var lines: [String] { state.withLock { $0 } }

    func write(_ line: String) { state.withLock { $0.append(line) } }
}
