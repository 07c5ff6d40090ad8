extension Theme {
    /// No colour at all: what is lost is told by bold, underline, dim and reverse.
    public static let mono = Theme(
        name: "mono", variant: .dark, license: "Apache-2.0",
        styles: StyleRole.allCases.reduce(into: [:]) { styles, role in
            styles[role] = ThemeStyle(attributes: role.monoAttributes)
        })
}

extension StyleRole {
    var monoAttributes: TextAttributes {
        switch self {
        case .background, .surface, .text, .border, .ok, .audit, .running, .link, .prompt: []
        case .muted, .masked, .unknown: .dim
        case .borderFocus, .keyHint, .stale, .readOnly, .title, .duplicate, .header: .bold
        case .drift: .underline
        case .danger, .failed: [.bold, .underline]
        case .selection, .searchMatch: .reverse
        case .incident, .shareBanner, .irreversible, .revealed: [.bold, .reverse]
        }
    }
}
