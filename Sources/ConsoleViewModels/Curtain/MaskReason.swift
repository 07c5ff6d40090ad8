/// Why a value was closed; `reveal.masked` in the audit trail says it too.
public enum MaskReason: String, Sendable, CaseIterable {
    case asked, deadline, moved, screenChanged, resized, suspended, focusLost, idle, failure, quit
    case maskAll, shareMode, readOnlyMode, replaced, terminalLost

    /// The words of the message row.
    public var words: String {
        switch self {
        case .asked: "masked again"
        case .deadline: "masked again: its time was up"
        case .moved: "masked again: the selection moved"
        case .screenChanged: "masked again: the screen changed"
        case .resized: "masked again: the window changed"
        case .suspended: "masked again: the console was suspended"
        case .focusLost: "masked again: the window lost the focus"
        case .idle: "masked again: no key for a while"
        case .failure: "masked again: something failed"
        case .quit: "masked again"
        case .maskAll: "everything is masked"
        case .shareMode: "masked again: share mode is on"
        case .readOnlyMode: "masked again: read-only mode is on"
        case .replaced: "masked again: another value was asked for"
        case .terminalLost: "masked again: the terminal is gone"
        }
    }
}
