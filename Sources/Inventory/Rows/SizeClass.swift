/// All that is kept of a value's length.
public enum SizeClass: String, Sendable, Comparable {
    case empty, short, medium, long

    /// Empty, at most 16 bytes, at most 64, more.
    public init(byteCount: Int) {
        switch byteCount {
        case ...0: self = .empty
        case ...16: self = .short
        case ...64: self = .medium
        default: self = .long
        }
    }

    private var order: Int {
        switch self {
        case .empty: 0
        case .short: 1
        case .medium: 2
        case .long: 3
        }
    }

    public static func < (left: SizeClass, right: SizeClass) -> Bool { left.order < right.order }
}
