/// Why the console ends.
public enum QuitReason: String, Sendable {
    case asked, terminalLost
    /// Asked a second time: a plan that runs is left as it is, to be resumed.
    case abandoned
}
