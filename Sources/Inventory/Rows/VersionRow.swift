import FoundationEssentials

/// One version of a parameter or a secret, without its value.
public struct VersionRow: Sendable, Equatable {
    /// `param:NAME:VERSION` or `secret:NAME@VERSIONID`
    public let reference: Reference
    /// A number or an id.
    public let version: String
    /// What is read without saying which.
    public let isCurrent: Bool
    /// Labels of a parameter's version, staging labels of a secret's; sorted.
    public let labels: [String]
    public let created: Date?
    /// The identity that wrote it; nil if nothing tells.
    public var author: String?
    /// The day of the last read; nil for parameters, of which AWS does not tell.
    public let accessed: Date?
    /// What else than the value differs from the version before: `type`, `tier`, `kmsKey`, `description`, …
    public let changed: [String]

    public init(
        reference: Reference, version: String, isCurrent: Bool, labels: [String], created: Date?, author: String?,
        accessed: Date?, changed: [String]
    ) {
        self.reference = reference
        self.version = version
        self.isCurrent = isCurrent
        self.labels = labels
        self.created = created
        self.author = author
        self.accessed = accessed
        self.changed = changed
    }
}
