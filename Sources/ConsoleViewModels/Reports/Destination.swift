import Inventory

/// Where enter leads from a line of a report.
public enum Destination: Sendable, Hashable {
    case thing(Reference)
    case report(ReportTopic)
    case list(ResourceKind, filter: String)
    /// Something is done about the incident.
    case incident(IncidentStep)
    /// A plan is begun for it: a new value, or of a function a new start.
    case rotate(Reference)
    /// The plan that mends a finding is made.
    case follow(FollowingPlan.Work)
    /// Something is done with a plan, once that is confirmed.
    case plan(PlanCommand, String)
    /// An old value goes for good, once its name is typed; the list of what holds it was read.
    case retire(String, note: String)

    /// The thing that it names, for the detail beside it and for copying.
    public var reference: Reference? {
        switch self {
        case .thing(let reference): reference
        case .rotate(let reference): reference
        case .follow(let work): work.subject
        case .report, .list, .plan, .retire, .incident: nil
        }
    }
}
