/// How long something took, as a report says it.
enum ReportDuration {
    /// `2 h 05 min`, `47 min`, `30 s`; `-` if it is not known. A negative one keeps its sign: the moments are wrong.
    static func text(_ seconds: Double?) -> String {
        guard let seconds else { return "-" }
        let sign = seconds < 0 ? "-" : ""
        let whole = Int(abs(seconds).rounded())
        if whole < 60 { return sign + "\(whole) s" }
        if whole < 3600 { return sign + "\(whole / 60) min" }
        let minutes = whole / 60 % 60
        let hours = whole / 3600
        if hours < 48 { return sign + "\(hours) h " + (minutes < 10 ? "0" : "") + "\(minutes) min" }
        return sign + "\(hours / 24) d \(hours % 24) h"
    }
}
