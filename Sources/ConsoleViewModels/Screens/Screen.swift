import Inventory

/// What has the focus. Where several panes fit, the others stay visible beside it.
public enum Screen: Hashable, Sendable {
    case resources
    case context
    case list(ResourceKind)
    case detail(Reference)
    case commandLog
    /// There are no credentials: what to do about it.
    case firstRun

    /// Whether it has rows and a cursor.
    public var moves: Bool {
        switch self {
        case .resources, .list, .detail, .commandLog: true
        case .context, .firstRun: false
        }
    }

    public var isList: Bool {
        switch self {
        case .list: true
        case .resources, .context, .detail, .commandLog, .firstRun: false
        }
    }

    public var isDetail: Bool {
        switch self {
        case .detail: true
        case .resources, .context, .list, .commandLog, .firstRun: false
        }
    }
}
