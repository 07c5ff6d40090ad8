import Synchronization

@testable import curtain

/// Output that stays in the test.
final class MemorySink: ByteSink, Sendable {
    private let texts = Mutex<[String]>([])
    private let pending = Mutex("")

    func write(_ text: String) { pending.withLock { $0 += text } }

    func flush() {
        let text = pending.withLock { pending -> String in
            defer { pending = "" }
            return pending
        }
        if !text.isEmpty { texts.withLock { $0.append(text) } }
    }

    /// What was flushed, a piece a flush.
    var pieces: [String] { texts.withLock { $0 } }
    var text: String { pieces.joined() }
}
