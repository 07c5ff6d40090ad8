extension Theme {
    /// The terminal's own sixteen colours on its own background. Its palette is the person's and may be
    /// anything, so the attributes carry the meaning and the colours only help.
    public static let ansi16 = Theme(
        name: "ansi16", variant: .dark, license: "Apache-2.0",
        styles: StyleRole.allCases.reduce(into: [:]) { styles, role in styles[role] = role.ansiStyle })
}

extension StyleRole {
    fileprivate var ansiStyle: ThemeStyle {
        let attributes = monoAttributes
        func colour(_ index: UInt8) -> ThemeStyle {
            ThemeStyle(foreground: .indexed(index), attributes: attributes)
        }
        func badge(_ front: UInt8, on back: UInt8) -> ThemeStyle {
            ThemeStyle(foreground: .indexed(front), background: .indexed(back), attributes: .bold)
        }
        return switch self {
        case .background, .surface, .text, .muted, .masked, .border, .unknown, .prompt, .selection, .searchMatch:
            ThemeStyle(attributes: attributes)
        case .header, .title: ThemeStyle(attributes: attributes)
        case .borderFocus, .keyHint, .readOnly, .link, .running: colour(6)
        case .ok: colour(2)
        case .stale: colour(3)
        case .drift: colour(6)
        case .duplicate, .audit: colour(5)
        case .danger, .failed: colour(1)
        case .revealed, .incident, .shareBanner: badge(0, on: 3)
        case .irreversible: badge(7, on: 1)
        }
    }
}
