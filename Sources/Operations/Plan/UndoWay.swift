/// How a step is taken back.
public enum UndoWay: String, CaseIterable, Sendable {
    /// By `rollback`, from what AWS says.
    case automatic
    /// By the person's own hook, which `rollback` calls.
    case hook
    /// There is nothing to take back, or no way; the plan's `cannotUndo` names what matters.
    case none
}
