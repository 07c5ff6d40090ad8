/// What a generated value consists of.
public struct GeneratedValue: Hashable, Sendable {
    /// What lengths are allowed, in characters.
    public static let lengths = 8...4096

    /// In characters.
    public var length: Int
    public var excludesPunctuation: Bool
    /// Characters that must not occur.
    public var excluded: String
    /// How it looks, place by place; then the classes mean nothing.
    public var pattern: ValuePattern?
    /// Whether Secrets Manager makes it (GetRandomPassword) instead of this process.
    public var isByService: Bool

    /// After a pattern, by this process: a service knows none.
    public init(_ pattern: ValuePattern) {
        self.init(length: pattern.places.count)
        self.pattern = pattern
    }

    public init(length: Int, excludesPunctuation: Bool = false, excluded: String = "", isByService: Bool = false) {
        self.isByService = isByService
        self.length = length
        self.excludesPunctuation = excludesPunctuation
        self.excluded = excluded
    }
}
