extension StyleRole {
    /// The role's key in a theme file.
    public var themeKey: String {
        switch self {
        case .background: "background"
        case .surface: "surface"
        case .text: "text"
        case .muted: "muted"
        case .border: "border"
        case .borderFocus: "border_focus"
        case .selection: "selection"
        case .keyHint: "key_hint"
        case .masked: "masked"
        case .revealed: "revealed"
        case .ok: "ok"
        case .stale: "stale"
        case .drift: "drift"
        case .duplicate: "duplicate"
        case .danger: "danger"
        case .irreversible: "irreversible"
        case .audit: "audit"
        case .incident: "incident"
        case .shareBanner: "share_banner"
        case .readOnly: "read_only"
        case .running: "running"
        case .failed: "failed"
        case .unknown: "unknown"
        case .searchMatch: "search_match"
        case .header: "header"
        case .title: "title"
        case .link: "link"
        case .prompt: "prompt"
        }
    }

    /// The contrast the role must reach on its own background.
    public var requiredContrast: Double {
        switch self {
        case .border, .borderFocus: Contrast.line
        case .background, .surface, .text, .muted, .selection, .keyHint, .masked, .revealed, .ok, .stale, .drift,
            .duplicate, .danger, .irreversible, .audit, .incident, .shareBanner, .readOnly, .running, .failed,
            .unknown, .searchMatch, .header, .title, .link, .prompt:
            Contrast.text
        }
    }
}
