/// What an entry is about: one of these words, or the name of an event of the audit trail or of an AWS operation.
public struct TimelineAction: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let opened = TimelineAction(rawValue: "opened")
    public static let attached = TimelineAction(rawValue: "attached")
    public static let changed = TimelineAction(rawValue: "changed")
    public static let note = TimelineAction(rawValue: "note")
    public static let decision = TimelineAction(rawValue: "decision")
    public static let todo = TimelineAction(rawValue: "todo")
    public static let todoDone = TimelineAction(rawValue: "todo.done")
    public static let snapshot = TimelineAction(rawValue: "snapshot")
    /// On the disk before the first call of a containment; `contain.done` and `contain.failed` follow.
    public static let containing = TimelineAction(rawValue: "contain.intent")
    public static let contained = TimelineAction(rawValue: "contain.done")
    public static let containFailed = TimelineAction(rawValue: "contain.failed")
    public static let undoing = TimelineAction(rawValue: "undo.intent")
    public static let undone = TimelineAction(rawValue: "undo.done")
    public static let undoFailed = TimelineAction(rawValue: "undo.failed")
    public static let imported = TimelineAction(rawValue: "imported")
    public static let exported = TimelineAction(rawValue: "exported")
    /// An old credential is looked out for; `watch.used` is a use of it, `watch.ended` how far CloudTrail had told.
    public static let watching = TimelineAction(rawValue: "watch.started")
    public static let used = TimelineAction(rawValue: "watch.used")
    public static let watched = TimelineAction(rawValue: "watch.ended")
    public static let closed = TimelineAction(rawValue: "closed")
    /// A half-written last line was taken away after a crash.
    public static let repaired = TimelineAction(rawValue: "repaired")
}
