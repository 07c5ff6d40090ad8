import FoundationEssentials
import StateFiles
import Synchronization

/// The journal of one plan: lines at the end of a file, each on the disk before the call returns.
///
/// Functions that are changed side by side share their syncs.
public final class PlanJournal: PlanJournaling {
    private let writing: SharedWriting<[UInt8], Result<Void, OperationFailure>>
    private let clock: @Sendable () -> Date

    init(_ file: StateFile, clock: @escaping @Sendable () -> Date = { Date() }) {
        let disk = Disk(file)
        writing = SharedWriting("curtain.journal") { lines in
            let outcome = disk.append(lines)
            return lines.map { _ in outcome }
        }
        self.clock = clock
    }

    public func append(_ event: JournalEntry.Event) async throws(OperationFailure) {
        try await writing(JournalEntry(time: clock(), event).line).get()
    }

    public func leave(_ event: JournalEntry.Event) async throws(OperationFailure) {
        writing.leave(JournalEntry(time: clock(), event).line)
    }

    /// The file, and whether it can still be believed.
    private final class Disk: Sendable {
        private let file: StateFile
        private let failure = Mutex<OperationFailure?>(nil)

        init(_ file: StateFile) { self.file = file }

        /// Returns when the lines are on the disk. After a failure nothing is written any more: what is on the disk is
        /// not known.
        func append(_ lines: [[UInt8]]) -> Result<Void, OperationFailure> {
            failure.withLock { failure in
                if let failure { return .failure(failure) }
                do throws(StateFilesError) {
                    try file.write(lines.flatMap(\.self))
                    try file.sync()
                    return .success(())
                } catch {
                    let met = OperationFailure(
                        .auditUnwritable, "\(error) (nothing more is changed; mend the disk, then curtain resume)")
                    failure = met
                    return .failure(met)
                }
            }
        }
    }
}
