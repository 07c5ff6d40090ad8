import StateFiles

/// A plan that this process alone may run, until the claim ends.
public final class PlanClaim: Sendable {
    public let plan: Plan
    /// What the journal held when it was claimed.
    public let entries: [JournalEntry]
    public let journal: PlanJournal
    private let lock: FolderLock

    init(plan: Plan, entries: [JournalEntry], journal: PlanJournal, lock: FolderLock) {
        self.plan = plan
        self.entries = entries
        self.journal = journal
        self.lock = lock
    }
}
