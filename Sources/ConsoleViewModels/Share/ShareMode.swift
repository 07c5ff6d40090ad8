/// Whether others may be watching.
public enum ShareMode: Sendable, Equatable {
    case off
    /// Why it is on.
    case on(String)
    /// LEAVE was typed; the record is on its way.
    case leaving(String)

    public var isOn: Bool {
        switch self {
        case .off: false
        case .on, .leaving: true
        }
    }
}
