import Inventory

/// Where enter leads from a line of a report.
public enum Destination: Sendable, Hashable {
    case thing(Reference)
    case report(ReportTopic)
    case list(ResourceKind, filter: String)

    /// The thing that it names, for the detail beside it and for copying.
    public var reference: Reference? {
        switch self {
        case .thing(let reference): reference
        case .report, .list: nil
        }
    }
}
