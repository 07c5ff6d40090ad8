/// The moments between which a report counts the time. Each is set by a note or by what the console did itself.
public enum IncidentMoment: String, CaseIterable, Sendable {
    /// When the value got out, mostly an estimate.
    case compromise
    /// The first call that nobody of us made.
    case firstUnauthorised = "first-unauthorised"
    case detected
    case notified
    case contained
    /// The old value is dead everywhere.
    case eradicated
    /// Everything works on the new value.
    case recovered

    /// The words of the report.
    public var words: String {
        switch self {
        case .compromise: "estimated compromise"
        case .firstUnauthorised: "first unauthorised call"
        case .detected: "detected"
        case .notified: "notified"
        case .contained: "contained"
        case .eradicated: "old value dead"
        case .recovered: "recovery validated"
        }
    }
}
