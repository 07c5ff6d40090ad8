import TerminalCanvas

/// What a terminal says about itself when asked. It never becomes a key.
enum TerminalAnswer: Hashable, Sendable {
    /// The colour behind the text (OSC 11).
    case background(RGBColour)
    /// Whether frames may be held back until they are whole (DECRPM of mode 2026).
    case synchronisedOutput(Bool)
    /// The primary device attributes: the last of the questions asked at start.
    case attributes
    /// Anything else; swallowed.
    case other

    /// The answer in a control sequence: what stands between `ESC [` and the final character.
    init(controlSequence parameters: String, final: Unicode.Scalar) {
        switch final {
        case "c" where parameters.hasPrefix("?"): self = .attributes
        case "y" where parameters.hasPrefix("?2026;"):
            // 1 set, 2 reset: known. 0 unknown, 3 and 4 permanently so.
            self = .synchronisedOutput(["?2026;1$", "?2026;2$"].contains(parameters))
        default: self = .other
        }
    }

    /// The answer in an operating system command: what stands between `ESC ]` and its end.
    init(systemCommand text: String) {
        self = .other
        guard text.hasPrefix("11;rgb:") else { return }
        let parts = text.dropFirst(7).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return }
        var components: [UInt8] = []
        for part in parts {
            // One to four digits, each way the whole range.
            guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else { return }
            let full = UInt32(1) << UInt32(4 * part.utf8.count) - 1
            components.append(UInt8(value * 255 / full))
        }
        self = .background(RGBColour(red: components[0], green: components[1], blue: components[2]))
    }
}
