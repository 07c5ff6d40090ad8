extension Settings {
    /// How long a value stays on the screen, in seconds.
    public var revealSeconds: Int { number(.revealSeconds) }
    /// After how many seconds without a key everything closes.
    public var idleSeconds: Int { number(.idleSeconds) }
    /// The fewest characters of a note.
    public var noteMinimum: Int { number(.noteMinimum) }
    /// A regular expression that must be found in a note.
    public var notePattern: String? { text(.notePattern) }
    public var requireIncident: Bool { flag(.requireIncident) }
    /// How long a note holds for the same reference, in minutes; 0: each look has its own.
    public var noteHoldsMinutes: Int { number(.noteHoldsMinutes) }
    /// How old the second factor may be at a reveal, in minutes; 0: none is asked for.
    public var requireMFAMinutes: Int { number(.requireMFAMinutes) }
    /// `osc52`, `native` or `tmux`; nil: no clipboard.
    public var clipboard: String? { text(.clipboard).flatMap { $0 == "off" ? nil : $0 } }
    /// Patterns of variables that need no curtain: `LOG_LEVEL`, `payments-*/STAGE`.
    public var openVariables: [String] { list(.openVariables) }
    public var profile: String? { text(.profile) }
    public var regions: [String] { list(.regions) }
    /// Our share of the account's control-plane requests.
    public var requestsPerSecond: Int { number(.requestsPerSecond) }
    /// Whether endpoints other than this machine's own may be without TLS.
    public var allowPlainHTTP: Bool { flag(.allowPlainHTTP) }
    /// A theme's name, or `auto`.
    public var theme: String { text(.theme) ?? "auto" }
    /// The file of key bindings, in the configuration folder unless it is absolute.
    public var keys: String { text(.keys) ?? "keys.toml" }
    /// The columns of each list that has its own.
    public var columns: [String: [String]] {
        if case .lists(let lists) = self[.columns] { lists } else { [:] }
    }
    public var mouse: Bool { flag(.mouse) }
    public var accessible: Bool { flag(.accessible) }
    /// Whether share mode is on from the start.
    public var share: Bool { flag(.share) }
    /// The command that ships audit records.
    public var ship: String? { text(.ship) }

    /// Whether nothing may be changed or revealed under this profile.
    public func isReadOnly(profile: String?) -> Bool {
        if flag(.readOnly) { return true }
        guard let profile else { return false }
        return list(.readOnlyProfiles).contains { NamePattern($0).matches(profile) }
    }

    /// Whether a variable's value is no secret by the word of this installation.
    public func isOpen(variable: String, of function: String) -> Bool {
        openVariables.contains { pattern in
            NamePattern(pattern).matches(pattern.contains("/") ? "\(function)/\(variable)" : variable)
        }
    }
}
