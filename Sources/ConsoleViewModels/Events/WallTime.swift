/// A moment in UTC, in the letters of the screen.
public struct WallTime: Sendable, Equatable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// From seconds since 1970-01-01 UTC. (Days to a date after H. Hinnant, "chrono-compatible low-level date algorithms".)
    public init(_ seconds: Double) {
        let bounded = seconds.isFinite ? max(-62_000_000_000, min(seconds, 250_000_000_000)) : 0
        let whole = Int(bounded.rounded(.down))
        let days = Int((Double(whole) / 86_400).rounded(.down))
        let rest = whole - days * 86_400
        hour = rest / 3_600
        minute = rest / 60 % 60
        second = rest % 60
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `14:02Z`
    public var toMinute: String { "\(two(hour)):\(two(minute))Z" }
    /// `14:02:31Z`
    public var toSecond: String { "\(two(hour)):\(two(minute)):\(two(second))Z" }
    /// `2026-11-24 14:02Z`
    public var dayAndMinute: String { "\(year)-\(two(month))-\(two(day)) \(toMinute)" }

    /// `2026-11-24 14:02:31Z`
    public var dayAndSecond: String { "\(year)-\(two(month))-\(two(day)) \(toSecond)" }

    private func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
