/// How bad it is, in the words of AWS's customer incident response playbook for compromised credentials.
public enum IncidentSeverity: String, CaseIterable, Sendable {
    case p1 = "P1"
    case p2 = "P2"
    case p3 = "P3"
    case p4 = "P4"

    /// When it applies.
    public var meaning: String {
        switch self {
        case .p1: "the value was used and data was accessed"
        case .p2: "the value was exposed; use is not known"
        case .p3: "an anomaly"
        case .p4: "a stale credential"
        }
    }

    /// How often those who wait want to hear something; nil where nobody waits.
    public var updateMinutes: Int? {
        switch self {
        case .p1: 30
        case .p2: 120
        case .p3, .p4: nil
        }
    }

    /// Business days until the review.
    public var reviewDays: Int {
        switch self {
        case .p1, .p2: 5
        case .p3, .p4: 15
        }
    }
}
