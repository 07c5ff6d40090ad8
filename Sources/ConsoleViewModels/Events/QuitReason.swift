/// Why the console ends.
public enum QuitReason: String, Sendable {
    case asked, terminalLost
}
