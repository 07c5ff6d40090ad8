import FoundationEssentials

/// The times of a timeline: RFC 3339 in UTC, with milliseconds where they are written.
public enum TimelineTime {
    /// `2026-11-24T04:16:15.042Z`
    public static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// `2026-11-24T04:16:15Z`
    public static func seconds(_ date: Date) -> String { date.formatted(Date.ISO8601FormatStyle()) }

    /// A time as a person or a file gives it; nil if it is none.
    public static func date(_ text: String) -> Date? {
        for style in [Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle()] {
            do { return try style.parse(text) } catch { continue }
        }
        return nil
    }

    /// A moment cut to the milliseconds that are written, so that what is read equals what was put in.
    static func rounded(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
