import FoundationEssentials

/// Times as they are printed: RFC 3339, UTC.
enum Timestamp {
    /// Whole seconds.
    static func text(_ time: Date) -> String { time.formatted(Date.ISO8601FormatStyle()) }

    /// The day, UTC: `2026-11-27`.
    static func day(_ time: Date) -> String { String(text(time).prefix(10)) }

    /// Milliseconds, for the audit trail.
    static func precise(_ time: Date) -> String {
        time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
