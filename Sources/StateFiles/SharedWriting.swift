import Dispatch
import Synchronization

/// Lets those who work side by side share a sync: whatever is handed in while one write runs goes into the next, all of it at
/// once and in order, and each goes on when the write that had its item has returned.
///
/// The writes run one at a time on a thread of their own, so that none of Swift's few threads waits for a disk.
public final class SharedWriting<Item: Sendable, Outcome: Sendable>: Sendable {
    private struct Waiting {
        var items: [(Item, CheckedContinuation<Outcome, Never>?)] = []
        var isWriting = false
    }

    private let most: Int
    private let write: @Sendable ([Item]) -> [Outcome]
    private let queue: DispatchQueue
    private let waiting = Mutex(Waiting())

    /// - Parameters:
    ///   - label: of the thread, for whoever looks at the process.
    ///   - most: how many items one write may have.
    ///   - write: makes them durable and tells how each of them came out, in their order.
    public init(_ label: String, most: Int = 128, write: @escaping @Sendable ([Item]) -> [Outcome]) {
        self.most = max(1, most)
        self.write = write
        queue = DispatchQueue(label: label)
    }

    /// Hands the item in; returns what the write that had it made of it.
    public func callAsFunction(_ item: Item) async -> Outcome {
        await withCheckedContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.items.append((item, continuation))
                defer { waiting.isWriting = true }
                return !waiting.isWriting
            }
            if isFirst { queue.async { [self] in writeAll() } }
        }
    }

    /// Leaves the item for the next write, whoever that is made for: what is handed in later is never durable before it.
    /// How it came out is told to nobody.
    public func leave(_ item: Item) { waiting.withLock { $0.items.append((item, nil)) } }

    private func writeAll() {
        while let portion = next() {
            let outcomes = write(portion.map(\.0))
            precondition(outcomes.count == portion.count, "an outcome for each item")
            for ((_, continuation), outcome) in zip(portion, outcomes) { continuation?.resume(returning: outcome) }
        }
    }

    private func next() -> [(Item, CheckedContinuation<Outcome, Never>?)]? {
        waiting.withLock { waiting in
            guard !waiting.items.isEmpty else {
                waiting.isWriting = false
                return nil
            }
            let portion = waiting.items.prefix(most)
            waiting.items.removeFirst(portion.count)
            return Array(portion)
        }
    }
}
