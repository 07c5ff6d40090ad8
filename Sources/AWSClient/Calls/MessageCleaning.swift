import ForeignText

/// Makes a service's error message fit to be shown: on one line, harmless to a terminal, and without what the
/// service quotes of the request. AWS echoes inputs in several forms; each is cut here.
enum MessageCleaning {
    static let longest = 500

    /// - Parameter carriedSecret: whether the request's body held a value; then everything in quotes or braces
    ///   goes as well.
    static func clean(_ message: String, carriedSecret: Bool) -> String {
        var text = message
        for marker in [
            "String measured:", "Encoded authorization failure message:", "The Canonical String for",
            "The canonical string for", "Authorization=", "StringToSign"
        ] {
            if let range = find(marker, in: text) {
                text = String(text[..<range.lowerBound]) + marker + " (not shown)"
            }
        }
        text = cut(text, from: "Value '", upTo: "' at '", by: "Value (not shown) at '")
        text = cut(text, from: "value '", upTo: "' at '", by: "value (not shown) at '")
        text = cutBraces(text)
        if carriedSecret { text = cutQuotes(text) }
        text = ForeignText.visible(
            text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == "\t" || $0 == " " }.joined(separator: " "))
        guard text.count > longest else { return text }
        return text.prefix(longest) + "…"
    }

    private static func find(_ needle: String, in text: String) -> Range<String.Index>? {
        guard let first = needle.first else { return nil }
        var start = text.startIndex
        while let found = text[start...].firstIndex(of: first) {
            if text[found...].hasPrefix(needle) {
                return found..<text.index(found, offsetBy: needle.count)
            }
            start = text.index(after: found)
        }
        return nil
    }

    /// Replaces from the opening up to the last closing: an echoed value may hold the closing itself.
    private static func cut(_ text: String, from opening: String, upTo closing: String, by words: String) -> String {
        guard let start = find(opening, in: text) else { return text }
        var end: Range<String.Index>?
        var rest = text[start.upperBound...]
        while let next = find(closing, in: String(rest)) {
            let offset = String(rest).distance(from: String(rest).startIndex, to: next.lowerBound)
            let lower = rest.index(rest.startIndex, offsetBy: offset)
            let upper = rest.index(lower, offsetBy: closing.count)
            end = lower..<upper
            rest = rest[upper...]
        }
        guard let end else { return text[..<start.lowerBound] + "(not shown)" }
        return text[..<start.lowerBound] + words + text[end.upperBound...]
    }

    /// A map or object that the service printed: `{KEY=value, …}`, `{"key":…}`.
    private static func cutBraces(_ text: String) -> String {
        guard let open = text.firstIndex(of: "{"), text[open...].contains(where: { $0 == "=" || $0 == ":" }) else {
            return text
        }
        let close = text.lastIndex(of: "}").map { text.index(after: $0) } ?? text.endIndex
        return text[..<open] + "{not shown}" + (close > open ? text[close...] : "")
    }

    private static func cutQuotes(_ text: String) -> String {
        var result = text
        for quote: Character in ["'", "\"", "`"] {
            guard let first = result.firstIndex(of: quote), let last = result.lastIndex(of: quote) else { continue }
            result = result[..<first] + "(not shown)" + result[result.index(after: last)...]
        }
        return result
    }
}
