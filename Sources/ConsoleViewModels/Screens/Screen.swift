import Inventory

/// What has the focus. Where several panes fit, the others stay visible beside it.
public enum Screen: Hashable, Sendable {
    case resources
    case context
    case list(ResourceKind)
    case detail(Reference)
    case commandLog
    case report(ReportTopic)
    /// There are no credentials: what to do about it.
    case firstRun

    /// For the way that led here.
    public var name: String {
        switch self {
        case .resources: "Resources"
        case .context: "Context"
        case .list(let kind): kind.plural
        case .detail(let reference): reference.text
        case .commandLog: "Command log"
        case .report(let topic): topic.title
        case .firstRun: "First run"
        }
    }

    /// Whether it has rows and a cursor.
    public var moves: Bool {
        switch self {
        case .resources, .list, .detail, .commandLog, .report: true
        case .context, .firstRun: false
        }
    }

    public var isList: Bool {
        switch self {
        case .list: true
        case .resources, .context, .detail, .commandLog, .report, .firstRun: false
        }
    }

    public var isDetail: Bool {
        switch self {
        case .detail: true
        case .resources, .context, .list, .commandLog, .report, .firstRun: false
        }
    }

    /// Whether its lines are long and about many things, so that it takes the width of list and detail.
    public var isWide: Bool {
        switch self {
        case .commandLog: true
        case .report(let topic): topic.isWide
        case .resources, .context, .list, .detail, .firstRun: false
        }
    }

    public var isReport: Bool {
        switch self {
        case .report: true
        case .resources, .context, .list, .detail, .commandLog, .firstRun: false
        }
    }
}
