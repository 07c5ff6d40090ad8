import FoundationEssentials
import StateFiles
import Synchronization

/// The journal of one plan: lines at the end of a file, each on the disk before the call returns.
///
/// Functions that are changed side by side share their syncs: what has been handed in while one sync runs is written and
/// synced by the next, all at once.
public final class PlanJournal: PlanJournaling {
    private struct Queue {
        var lines: [UInt8] = []
        /// How many entries were handed in.
        var count = 0
    }

    /// Writes and syncs, one at a time.
    private actor Disk {
        private let file: StateFile
        private var synced = 0
        private var failure: OperationFailure?

        init(_ file: StateFile) { self.file = file }

        /// Returns when the entry of this number is on the disk. After a failure nothing is written any more: what is
        /// on the disk is not known.
        func sync(upTo number: Int, from queue: borrowing Mutex<Queue>) throws(OperationFailure) {
            if let failure { throw failure }
            guard synced < number else { return }
            let (lines, count) = queue.withLock { queue in
                defer { queue.lines = [] }
                return (queue.lines, queue.count)
            }
            do throws(StateFilesError) {
                try file.write(lines)
                try file.sync()
                synced = count
            } catch {
                let failure = OperationFailure(
                    .auditUnwritable, "\(error) (nothing more is changed; mend the disk, then curtain resume)")
                self.failure = failure
                throw failure
            }
        }
    }

    private let disk: Disk
    private let queue = Mutex(Queue())
    private let clock: @Sendable () -> Date

    init(_ file: StateFile, clock: @escaping @Sendable () -> Date = { Date() }) {
        disk = Disk(file)
        self.clock = clock
    }

    public func append(_ event: JournalEntry.Event) async throws(OperationFailure) {
        let line = JournalEntry(time: clock(), event).line
        let number = queue.withLock { queue in
            queue.lines += line
            queue.count += 1
            return queue.count
        }
        try await disk.sync(upTo: number, from: queue)
    }
}
