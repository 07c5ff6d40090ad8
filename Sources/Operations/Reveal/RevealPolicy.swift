/// The rules of this installation for looking at values (`[reveal]` of config.toml).
public struct RevealPolicy: Equatable, Sendable {
    /// How long a value stays on the screen, in seconds.
    public var seconds: Int
    /// The fewest characters of a note, spaces at its ends not counted; at least 1.
    public var noteMinimum: Int
    /// A regular expression that must be found in the note, such as a ticket's number.
    public var notePattern: String?
    /// Whether an incident must be open.
    public var requireIncident: Bool
    /// How old a second factor may be, in minutes; 0: none is asked for.
    public var requireMFAMinutes: Int

    public init(
        seconds: Int = 30, noteMinimum: Int = 3, notePattern: String? = nil, requireIncident: Bool = false,
        requireMFAMinutes: Int = 0
    ) {
        self.seconds = seconds
        self.noteMinimum = max(1, noteMinimum)
        self.notePattern = notePattern
        self.requireIncident = requireIncident
        self.requireMFAMinutes = requireMFAMinutes
    }
}
