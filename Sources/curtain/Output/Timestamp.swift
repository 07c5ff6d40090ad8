import FoundationEssentials

/// Times as they are printed: RFC 3339, UTC, whole seconds.
enum Timestamp {
    static func text(_ time: Date) -> String {
        time.formatted(Date.ISO8601FormatStyle())
    }
}
