/// The ability to put a run's entries on the disk.
public protocol PlanJournaling: Sendable {
    /// Returns when the entry, and those that were left before it, are on the disk. If it throws, nothing more may be
    /// changed.
    func append(_ event: JournalEntry.Event) async throws(OperationFailure)

    /// Leaves the entry to the next `append`, for what costs nothing to find out again. That it could not be written,
    /// that `append` says.
    func leave(_ event: JournalEntry.Event) async throws(OperationFailure)
}

extension PlanJournaling {
    public func leave(_ event: JournalEntry.Event) async throws(OperationFailure) { try await append(event) }
}
