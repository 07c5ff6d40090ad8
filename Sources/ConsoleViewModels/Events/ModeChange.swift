/// A change of what the console may do; it stands in the audit trail.
public enum ModeChange: Sendable, Equatable {
    /// Why: the key, the command, or what was detected.
    case shareOn(reason: String)
    /// Someone typed LEAVE. Takes effect once it is recorded.
    case shareOff
    case readOnlyOn
    /// Takes effect once it is recorded.
    case readOnlyOff
}
