/// How long ago, in the few letters of a column.
public enum Age {
    /// `12d`, `3h`, `5m`, `now`; `soon` for what lies ahead by less than a clock's error.
    public static func words(seconds: Double) -> String {
        let magnitude = seconds.magnitude
        let words: String
        switch magnitude {
        case ..<60: return "now"
        case ..<3_600: words = "\(Int(magnitude / 60))m"
        case ..<86_400: words = "\(Int(magnitude / 3_600))h"
        case ..<864_000_000: words = "\(Int(magnitude / 86_400))d"
        default: return "long"
        }
        return seconds < 0 ? "in \(words)" : words
    }

    /// `02:41`, `1:02:41`: how long something has taken.
    public static func clock(seconds: Double) -> String {
        let whole = seconds.isFinite ? Int(max(0, min(seconds, 360_000))) : 0
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(two(whole / 60 % 60)):\(two(whole % 60))"
        return whole < 3_600 ? minutes : "\(whole / 3_600):\(minutes)"
    }
}
