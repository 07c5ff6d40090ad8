/// Every key of config.toml. What each means is in `SettingKey+Table.swift`, and for people in
/// docs/configuration.md.
public enum SettingKey: String, CaseIterable, Sendable {
    case revealSeconds = "reveal.seconds"
    case idleSeconds = "reveal.idle_seconds"
    case noteMinimum = "reveal.note_min"
    case notePattern = "reveal.note_pattern"
    case requireIncident = "reveal.require_incident"
    case noteHoldsMinutes = "reveal.note_holds_minutes"
    case requireMFAMinutes = "reveal.require_mfa_minutes"
    case readOnly = "safety.read_only"
    case readOnlyProfiles = "safety.read_only_profiles"
    case share = "safety.share"
    case clipboard = "safety.clipboard"
    case openVariables = "safety.open_variables"
    case profile = "aws.profile"
    case regions = "aws.regions"
    case requestsPerSecond = "aws.requests_per_second"
    case allowPlainHTTP = "aws.allow_plain_http"
    case theme = "ui.theme"
    case keys = "ui.keys"
    case columns = "ui.columns"
    case mouse = "ui.mouse"
    case accessible = "ui.accessible"
    case ship = "audit.ship"

    /// The table it stands in.
    public var table: String { String(rawValue.prefix { $0 != "." }) }

    /// Its name in that table.
    public var name: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
}
