/// Decides how many colours are used, from everything that has a say.
///
/// The order: the flag, the configuration, CURTAIN_NO_COLOR, FORCE_COLOR, NO_COLOR, CLICOLOR_FORCE, CLICOLOR,
/// TERM=dumb, then what the terminal can do. A variable that is set to nothing counts as unset
/// (https://no-color.org, https://bixense.com/clicolors).
public struct ColourPolicy: Sendable {
    /// What the terminal can do by its terminfo entry.
    public struct Terminal: Hashable, Sendable {
        /// The number of colours; 0 or less for none.
        public var colours: Int
        /// Whether colours may be given as red, green and blue (capability RGB).
        public var hasRGB: Bool
        /// Whether anything looks at it: false for a pipe or file.
        public var isTerminal: Bool

        public init(colours: Int, hasRGB: Bool = false, isTerminal: Bool = true) {
            self.colours = colours
            self.hasRGB = hasRGB
            self.isTerminal = isTerminal
        }

        /// The deepest it can show.
        public var depth: ColourDepth {
            if hasRGB, colours > 256 { return .trueColour }
            if colours >= 256 { return .indexed256 }
            return colours >= 8 ? .ansi16 : .mono
        }
    }

    /// The outcome, with the words that `doctor` prints.
    public struct Decision: Hashable, Sendable {
        public var depth: ColourDepth
        public var reason: String
    }

    /// `--no-color` was given.
    public var noColourFlag: Bool
    /// The configuration's own word; nil when it has none.
    public var configured: ColourDepth?
    /// Looks an environment variable up.
    public var environment: @Sendable (String) -> String?

    public init(
        noColourFlag: Bool = false, configured: ColourDepth? = nil,
        environment: @escaping @Sendable (String) -> String?
    ) {
        self.noColourFlag = noColourFlag
        self.configured = configured
        self.environment = environment
    }

    public func decide(_ terminal: Terminal) -> Decision {
        if noColourFlag { return Decision(depth: .mono, reason: "--no-color") }
        if let configured { return Decision(depth: min(configured, cap(terminal)), reason: "configuration") }
        if set("CURTAIN_NO_COLOR") != nil { return Decision(depth: .mono, reason: "CURTAIN_NO_COLOR") }
        if let force = set("FORCE_COLOR") {
            return Decision(depth: forced(force, terminal), reason: "FORCE_COLOR")
        }
        if set("NO_COLOR") != nil { return Decision(depth: .mono, reason: "NO_COLOR") }
        if let force = set("CLICOLOR_FORCE"), force != "0" {
            return Decision(depth: atLeast16(terminal), reason: "CLICOLOR_FORCE")
        }
        if set("CLICOLOR") == "0" { return Decision(depth: .mono, reason: "CLICOLOR") }
        if environment("TERM") == "dumb" { return Decision(depth: .mono, reason: "TERM=dumb") }
        guard terminal.isTerminal else { return Decision(depth: .mono, reason: "not a terminal") }
        return Decision(depth: terminal.depth, reason: "terminal")
    }

    /// 0 and false turn colour off; 1, 2 and 3 name a depth; anything else means whatever is there.
    private func forced(_ value: String, _ terminal: Terminal) -> ColourDepth {
        switch value {
        case "0", "false": .mono
        case "1": .ansi16
        case "2": min(.indexed256, cap(terminal))
        case "3": min(.trueColour, cap(terminal))
        default: atLeast16(terminal)
        }
    }

    private func atLeast16(_ terminal: Terminal) -> ColourDepth { max(.ansi16, terminal.depth) }

    /// What is asked for is given as far as it can be shown. A pipe shows nothing itself, so it is trusted;
    /// there COLORTERM is the only hint at true colour.
    private func cap(_ terminal: Terminal) -> ColourDepth {
        guard !terminal.isTerminal else { return max(.ansi16, terminal.depth) }
        let hint = set("COLORTERM")
        return hint == "truecolor" || hint == "24bit" ? .trueColour : .indexed256
    }

    private func set(_ name: String) -> String? {
        guard let value = environment(name), !value.isEmpty else { return nil }
        return value
    }
}
