/// What a generated value consists of.
public struct GeneratedValue: Hashable, Sendable {
    /// What lengths are allowed, in characters.
    public static let lengths = 8...4096

    /// In characters.
    public var length: Int
    public var excludesPunctuation: Bool
    /// Characters that must not occur.
    public var excluded: String

    public init(length: Int, excludesPunctuation: Bool = false, excluded: String = "") {
        self.length = length
        self.excludesPunctuation = excludesPunctuation
        self.excluded = excluded
    }
}
