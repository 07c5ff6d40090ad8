/// What the name in TERM tells beyond its terminfo entry.
struct TerminalName: Hashable, Sendable {
    let text: String

    /// Entries to try in turn when the terminfo database lacks the name itself. New terminals are close to
    /// xterm, and their entries are missing on the machines one logs in to.
    var candidates: [String] {
        if text.hasPrefix("tmux") || text.hasPrefix("screen") {
            return unique([text, "screen-256color", "screen"])
        }
        return TerminalName.modern.contains { text.hasPrefix($0) } ? unique([text, "xterm-256color", "xterm"]) : [text]
    }

    /// Whether questions may be sent: the terminal answers or ignores them, and does not print them.
    var answersQuestions: Bool {
        text.hasPrefix("tmux") || text.hasPrefix("screen") || TerminalName.modern.contains { text.hasPrefix($0) }
    }

    /// Whether its font is known to have more than letters and lines.
    var hasSigns: Bool { text != "linux" && !text.hasPrefix("linux-") && !text.hasPrefix("vt") }

    private static let modern = [
        "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "konsole", "gnome", "vte", "rxvt-unicode", "st",
        "contour", "rio", "iterm2", "mlterm", "mintty"
    ]

    private func unique(_ names: [String]) -> [String] {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
