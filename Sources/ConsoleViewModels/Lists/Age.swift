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
}
