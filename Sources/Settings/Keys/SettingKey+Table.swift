/// What each key may be, what it is if nobody says, which variable goes before it, and what it means.
extension SettingKey {
    public var kind: SettingKind {
        switch self {
        case .revealSeconds: .number(1...3600, unit: "seconds")
        case .idleSeconds: .number(5...86_400, unit: "seconds")
        case .noteMinimum: .number(1...200, unit: "characters")
        case .noteHoldsMinutes, .requireMFAMinutes: .number(0...1440, unit: "minutes")
        case .requestsPerSecond: .number(1...1000, unit: "requests a second")
        case .requireIncident, .readOnly, .share, .allowPlainHTTP, .mouse, .accessible: .flag
        case .notePattern, .profile, .theme, .keys, .ship: .text
        case .clipboard: .word(["off", "osc52", "native", "tmux"])
        case .readOnlyProfiles, .openVariables, .regions: .list
        case .columns: .lists(["functions", "parameters", "secrets", "keys"])
        }
    }

    /// The value if neither the file nor the environment nor the command line has one.
    public var standard: SettingValue {
        switch self {
        case .revealSeconds: .number(30)
        case .idleSeconds: .number(60)
        case .noteMinimum: .number(3)
        case .noteHoldsMinutes, .requireMFAMinutes: .number(0)
        case .requestsPerSecond: .number(10)
        case .requireIncident, .readOnly, .share, .allowPlainHTTP, .mouse, .accessible: .flag(false)
        case .notePattern, .profile, .ship: .text("")
        case .theme: .text("auto")
        case .keys: .text("keys.toml")
        case .clipboard: .text("off")
        case .readOnlyProfiles: .list(["*prod*"])
        case .openVariables, .regions: .list([])
        case .columns: .lists([:])
        }
    }

    /// The environment variable that goes before the file.
    public var variable: String? {
        switch self {
        case .profile: "CURTAIN_PROFILE"
        case .readOnly: "CURTAIN_READ_ONLY"
        case .share: "CURTAIN_SHARE"
        case .theme: "CURTAIN_THEME"
        case .accessible: "CURTAIN_ACCESSIBLE"
        case .revealSeconds, .idleSeconds, .noteMinimum, .notePattern, .requireIncident, .noteHoldsMinutes,
            .requireMFAMinutes, .readOnlyProfiles, .clipboard, .openVariables, .regions, .requestsPerSecond,
            .allowPlainHTTP, .keys, .columns, .mouse, .ship:
            nil
        }
    }
}
