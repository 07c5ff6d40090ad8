/// What a run was asked to do.
public enum RunCommand: String, CaseIterable, Sendable {
    case apply, resume, rollback, retire
}

/// How a run ended.
public enum RunEnd: String, CaseIterable, Sendable {
    /// Everything is as the plan wants it, but for what is named as left out.
    case finished
    /// Everything is as it was, but for what the plan said cannot be.
    case rolledBack
    /// Half-way, and can be resumed or rolled back.
    case stopped
    /// The old value is no longer kept by the plan.
    case retired
}
