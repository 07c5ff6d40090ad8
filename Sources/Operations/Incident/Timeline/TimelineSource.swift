/// Who tells what an entry tells.
public enum TimelineSource: String, CaseIterable, Sendable {
    /// This console did it.
    case tool
    /// CloudTrail recorded it.
    case trail
    case guardduty
    /// A person wrote it.
    case human
}
