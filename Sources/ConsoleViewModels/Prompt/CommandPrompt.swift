/// The `:` line.
public struct CommandPrompt: Sendable, Equatable {
    public internal(set) var field = TextField()
    /// What tab would add.
    public internal(set) var ghost = ""
    public internal(set) var problem: String?
    /// How far back in the history we are; nil: not in it.
    var historyPlace: Int?
}
