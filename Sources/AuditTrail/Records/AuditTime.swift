import FoundationEssentials

/// The `time` field: RFC 3339 in UTC with milliseconds, `2026-11-24T04:16:15.042Z`.
enum AuditTime {
    /// Milliseconds since 1970.
    static func milliseconds(_ date: Date) -> Int { Int((date.timeIntervalSince1970 * 1000).rounded(.down)) }

    static func date(_ milliseconds: Int) -> Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// 24 bytes of ASCII for the years 0 to 9999.
    static func text(_ milliseconds: Int) -> String {
        let day = floorDivide(milliseconds, 86_400_000)
        let inDay = milliseconds - day * 86_400_000
        let (year, month, dayOfMonth) = civil(day)
        return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(dayOfMonth, 2) + "T"
            + digits(inDay / 3_600_000, 2) + ":" + digits(inDay / 60_000 % 60, 2) + ":"
            + digits(inDay / 1000 % 60, 2) + "." + digits(inDay % 1000, 3) + "Z"
    }

    /// The milliseconds of a time in UTC, fraction optional; nil if it is none.
    static func parse(_ text: UnsafeRawBufferPointer) -> Int? {
        guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            text[text.count - 1] == UInt8(ascii: "Z"),
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
            let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2),
            (1...12).contains(month), (1...daysIn(month, of: year)).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        var fraction = 0
        if text.count > 20 {
            guard text[19] == UInt8(ascii: "."), text.count > 21, text.count < 31,
                number(text, 20, text.count - 21) != nil
            else { return nil }
            fraction = (0..<3).reduce(0) { $0 * 10 + (20 + $1 < text.count - 1 ? Int(text[20 + $1] - 0x30) : 0) }
        }
        return (((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction
    }

    private static func number(_ text: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> Int? {
        var result = 0
        for index in start..<start + length {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            result = result * 10 + Int(text[index] - 0x30)
        }
        return result
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number - divisor + 1) / divisor
    }

    private static func daysIn(_ month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    // The two directions of the proleptic Gregorian calendar, after H. Hinnant, "chrono-Compatible
    // Low-Level Date Algorithms": years start in March, eras have 400 of them.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivide(year, 400)
        let ofEra = year - era * 400
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = floorDivide(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (year + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, ofYear - (153 * month + 2) / 5 + 1)
    }
}
