/// What may happen to one call.
enum Fault: String, CaseIterable, Sendable {
    case done
    case timedOutButApplied
    case timedOutAndNotApplied
    case throttled
    case failedButApplied
    case precondition
    case conflict
}

/// When the process dies, seen from one call.
enum KillPoint: String, CaseIterable, Sendable {
    case never
    case beforeSending
    case beforeTheAnswer
    case beforeTheJournalLine
}
