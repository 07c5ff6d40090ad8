import FoundationEssentials
import StateFiles
import Synchronization

/// The audit trail of a state folder: `audit.jsonl`, append-only, each line tied to the one before by its
/// hash, and `audit.head`, which vouches for the end.
///
/// Safe for several threads and processes: every append is made under the lock `audit.lock`, which is
/// waited for five seconds at most. Under it the trail is first brought to order if a crash left it
/// otherwise, or refused if no crash explains how it is. Then the records are written and synced, then the
/// head. A file that has grown large is closed under a name of its own and a new one goes on with the same chain.
/// See docs/audit.md.
public final class AuditTrail: AuditRecording {
    static let fileName = "audit.jsonl"
    static let lockName = "audit.lock"

    /// About 100,000 records.
    public static let standardSegmentSize = 64 << 20

    let folder: StateFolder
    private let segmentSize: Int
    private let clock: @Sendable () -> Date
    private let state: Mutex<TrailState>

    /// The trail of the folder; nothing is touched before the first append.
    ///
    /// - Parameter segmentSize: in bytes; from this size on the next record begins a new file.
    public init(
        in folder: StateFolder, segmentSize: Int = standardSegmentSize,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.folder = folder
        self.segmentSize = max(1, segmentSize)
        self.clock = clock
        state = Mutex(TrailState())
    }

    @discardableResult
    public func append(_ record: AuditRecord) throws(AuditError) -> AuditReceipt {
        guard let outcome = append(together: [record]).first else { throw AuditError.distrusted }
        return try outcome.get()
    }

    /// Under one lock, with one sync and one head. Either all of them are on the disk or none is, but for a record that is
    /// too large, which alone is left out.
    public func append(together records: [AuditRecord]) -> [Result<AuditReceipt, AuditError>] {
        state.withLock { state in
            do throws(StateFilesError) {
                let lock = try folder.lock(AuditTrail.lockName)
                defer { withExtendedLifetime(lock) {} }
                var writer = TrailWriter(
                    folder: folder, state: state, segmentSize: segmentSize,
                    milliseconds: AuditTime.milliseconds(clock()))
                defer { state = writer.state }
                return writer.append(records)
            } catch {
                return records.map { _ in .failure(.files(error)) }
            }
        }
    }
}
