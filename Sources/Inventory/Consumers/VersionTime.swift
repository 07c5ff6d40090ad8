import FoundationEssentials

/// A version of a secret or parameter, and when it was made.
public struct VersionTime: Sendable, Equatable {
    /// The version id, or the number.
    public let version: String
    public let made: Date
    public let isCurrent: Bool
    /// Stages or labels.
    public let labels: [String]

    public init(version: String, made: Date, isCurrent: Bool, labels: [String]) {
        self.version = version
        self.made = made
        self.isCurrent = isCurrent
        self.labels = labels
    }
}
