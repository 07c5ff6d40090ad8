/// A role or user of the account, with all that limits or allows it on its own side.
public struct PolicyCaller: Sendable, Equatable {
    /// `arn:aws:iam::123456789012:role/path/name`
    public let arn: String
    public let account: String
    /// Inline, attached and, for a user, those of its groups.
    public let policies: [AccessPolicy]
    /// The permissions boundary, if there is one.
    public let boundary: AccessPolicy?
    /// Policies that could not be read, each in words; what they would allow or deny is not known.
    public let unread: [String]
    public let tags: [String: String]?

    public init(
        arn: String, account: String, policies: [AccessPolicy], boundary: AccessPolicy? = nil,
        unread: [String] = [], tags: [String: String]? = nil
    ) {
        self.arn = arn
        self.account = account
        self.policies = policies
        self.boundary = boundary
        self.unread = unread
        self.tags = tags
    }

    /// The role's or user's reference.
    public var reference: Reference? { AmazonResourceName(arn).flatMap(Reference.init) }
    public var name: String { String(arn.split(separator: "/").last ?? "") }
}
