/// Why a revealed value was closed: the `outcome` of `reveal.masked`.
public enum ClosingReason: String, CaseIterable, Sendable {
    case asked, deadline, moved, screenChanged, resized, suspended, focusLost, idle, failure, quit
    case maskAll, shareMode, readOnlyMode, replaced, terminalLost
    /// Written out by a command, which then ended.
    case printed
    /// Nobody held it any longer.
    case abandoned
}
