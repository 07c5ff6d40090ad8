/// Something about a theme that makes it hard to read or to trust.
public struct ThemeProblem: Hashable, Sendable {
    public var role: StyleRole
    public var depth: ColourDepth
    /// What is wrong, in one line.
    public var text: String
}

extension Theme {
    /// What is wrong with the theme where it is shown in that many colours; empty when nothing is.
    ///
    /// `minimum` raises what text must reach (7 for the themes that promise it). Colours that are the
    /// terminal's own are not judged: nobody knows them here.
    public func problems(in depth: ColourDepth, minimum: Double = Contrast.text) -> [ThemeProblem] {
        let shown = shown(in: depth)
        var problems: [ThemeProblem] = []
        for role in StyleRole.allCases {
            let required = role.requiredContrast == Contrast.text ? minimum : role.requiredContrast
            if let contrast = shown[role].contrast, contrast < required {
                problems.append(
                    ThemeProblem(
                        role: role, depth: depth,
                        text: "\(role.themeKey) reaches \(tenths(contrast)) of \(tenths(required))"))
            }
        }
        if shown[.revealed] == shown[.masked] {
            problems.append(ThemeProblem(role: .revealed, depth: depth, text: "revealed looks like masked"))
        }
        if !shown.standsOut(.shareBanner) {
            problems.append(ThemeProblem(role: .shareBanner, depth: depth, text: "share_banner does not stand out"))
        }
        return problems
    }

    /// Whether the role is a filled badge: its ground is not the ground of the text.
    public func standsOut(_ role: StyleRole) -> Bool {
        let style = self[role]
        guard style.foreground != style.background || style.foreground == .terminalDefault else { return false }
        let isReversed = style.attributes.contains(.reverse)
        let ground = isReversed ? style.foreground : style.background
        return ground != self[.text].background || (isReversed && ground == .terminalDefault)
    }

    private func tenths(_ value: Double) -> String {
        let hundredths = Int(value * 100)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
