import TerminalCanvas

/// What a theme file says of one role; what it does not say comes from `text` and `background`.
struct ThemeRoleEntry {
    var foreground: ThemeColour?
    var background: ThemeColour?
    var attributes: TextAttributes = []
    /// Another role that it shall look like.
    var likeRole: StyleRole?

    init(
        foreground: ThemeColour? = nil, background: ThemeColour? = nil, attributes: TextAttributes = [],
        likeRole: StyleRole? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.likeRole = likeRole
    }

    /// The looks of all roles that are named.
    static func resolved(_ entries: [StyleRole: ThemeRoleEntry]) -> [StyleRole: ThemeStyle] {
        let ground = entries[.background]?.background ?? .terminalDefault
        let text = entries[.text]
        let plain = ThemeStyle(
            foreground: text?.foreground ?? .terminalDefault, background: text?.background ?? ground,
            attributes: text?.attributes ?? [])
        var styles: [StyleRole: ThemeStyle] = [.text: plain, .background: plain]
        for role in entries.keys where role != .text {
            guard let entry = followed(role, in: entries) else { continue }
            styles[role] = ThemeStyle(
                foreground: entry.foreground ?? plain.foreground, background: entry.background ?? plain.background,
                attributes: entry.attributes)
        }
        return styles
    }

    /// The entry at the end of the likenesses; nil if they lead to `text`, to nothing, or round in a circle.
    private static func followed(_ role: StyleRole, in entries: [StyleRole: ThemeRoleEntry]) -> ThemeRoleEntry? {
        var seen: Set<StyleRole> = [role]
        var entry = entries[role]
        while let other = entry?.likeRole {
            guard seen.insert(other).inserted else { return nil }
            entry = entries[other]
        }
        return entry
    }
}

extension TextAttributes {
    init?(themeWord word: String) {
        switch word {
        case "bold": self = .bold
        case "dim": self = .dim
        case "italic": self = .italic
        case "underline": self = .underline
        case "reverse": self = .reverse
        default: return nil
        }
    }
}
