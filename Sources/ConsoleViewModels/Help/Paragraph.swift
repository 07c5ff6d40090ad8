import TerminalCanvas

/// Words broken into lines.
public enum Paragraph {
    /// Lines of at most that many columns; a longer word is cut into pieces.
    public static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            var word = String(word)
            var columns = TextWidth.of(word)
            if used > 0, used + 1 + columns > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while columns > width {
                var head = ""
                for character in word {
                    guard TextWidth.of(head + String(character)) <= width else { break }
                    head.append(character)
                }
                // A character wider than the line stands alone.
                if head.isEmpty { head = String(word.prefix(1)) }
                lines.append(head)
                word = String(word.dropFirst(head.count))
                columns = TextWidth.of(word)
            }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + columns
        }
        if used > 0 { lines.append(line) }
        return lines
    }
}
