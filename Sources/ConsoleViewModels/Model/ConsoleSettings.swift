import Inventory

/// What the configuration, the command line and the environment decided before the console opens.
public struct ConsoleSettings: Sendable, Equatable {
    /// The profile's name for the header; nil if none is in use.
    public var profile: String?
    public var region: String
    /// Shown in the context screen when it is not AWS's own.
    public var endpoint: String?
    /// How long a value stays open, in seconds.
    public var revealSeconds = 30
    /// After how many seconds without a key everything closes.
    public var idleSeconds = 60
    /// The shortest note that counts, in characters without surrounding spaces.
    public var noteMinimum = 3
    /// For how many minutes a typed note is offered again for the same thing; 0: never.
    public var noteHoldsMinutes = 0
    /// What can be signed in to from here, such as `sso-session corp`; nil if nothing can.
    public var signIn: String?
    /// Where values may be copied to, such as `tmux`; nil if nowhere.
    public var clipboard: String?
    public var readOnly = false
    /// Read-only came from the command line or the profile: `:ro off` cannot take it back.
    public var readOnlyIsFixed = false
    /// Why share mode is on from the start; nil if it is not.
    public var share: String?
    /// The incident that is attached, such as `INC-2041`.
    public var incident: String?
    /// Where the audit trail is, for the words of the prompts.
    public var auditPath = ""
    /// A hint for the note prompt, such as that tmux keeps pane history; nil if there is none.
    public var terminalWarning: String?
    /// The columns of the lists that have their own, in their order; the name comes first.
    public var columns: [ResourceKind: [ListColumn]] = [:]
    /// The theme in force, and the names of those that can be chosen.
    public var theme = "auto"
    public var themes: [String] = []
    /// Names that the prompt completes.
    public var profiles: [String] = []
    public var regions: [String] = []
    /// Whether glyphs must be ASCII.
    public var ascii = false

    public init(region: String, profile: String? = nil) {
        self.region = region
        self.profile = profile
    }
}
