import CNcurses
import FoundationEssentials

extension CursesTerminal {
    /// What terminals take of one clipboard text, in bytes of its base64 form (xterm's own limit).
    private static let clipboardLimit = 74_994

    /// Puts a text into the clipboard of the terminal (OSC 52), which may be on another machine. For names, never
    /// for values. False if the terminal is not known to understand it or the text is too long.
    @discardableResult
    public func copy(_ text: String) -> Bool {
        guard isActive, !isLost, name.answersQuestions else { return false }
        let encoded = Data(text.utf8).base64EncodedString()
        guard encoded.utf8.count <= CursesTerminal.clipboardLimit else { return false }
        cncurses_flush()
        endpoints.write(TerminalSequences.clipboardStart + encoded + TerminalSequences.clipboardEnd)
        return true
    }
}
