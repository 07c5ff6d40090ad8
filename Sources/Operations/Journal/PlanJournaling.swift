/// The ability to put a run's entries on the disk.
public protocol PlanJournaling: Sendable {
    /// Returns when the entry is on the disk. If it throws, nothing more may be changed.
    func append(_ event: JournalEntry.Event) async throws(OperationFailure)
}
