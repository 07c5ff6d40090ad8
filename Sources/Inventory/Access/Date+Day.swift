import FoundationEssentials

extension Date {
    /// The day's number since 1970, in UTC.
    var dayNumber: Int { Int((timeIntervalSince1970 / 86_400).rounded(.down)) }
}
