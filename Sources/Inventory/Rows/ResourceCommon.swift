import FoundationEssentials

/// What every row has. Text is already cleaned for the screen; `name` is cleaned too, and `reference`
/// keeps the true name for calls.
public struct ResourceCommon: Sendable, Equatable {
    public let reference: Reference
    public let name: String
    public let arn: String?
    public let account: String?
    public let region: String
    public let modified: Date?
    /// nil: the list call does not tell.
    public var tags: [String: String]?

    public init(
        reference: Reference, name: String, arn: String?, account: String?, region: String, modified: Date?,
        tags: [String: String]? = nil
    ) {
        self.reference = reference
        self.name = name
        self.arn = arn
        self.account = account
        self.region = region
        self.modified = modified
        self.tags = tags
    }
}
