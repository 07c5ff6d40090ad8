/// Who contains, so that nobody locks themselves out: the identity, its account, and all that stands behind it.
public struct Responder: Equatable, Sendable {
    public let account: String
    public let partition: String
    public let arn: String
    public let region: String
    /// The access key of the session, and those that the profile's chain of roles begins with.
    public let accessKeyIDs: Set<String>
    /// The session's own role and every role that the profile goes through.
    public let roles: Set<String>

    public init(
        account: String, partition: String = "aws", arn: String, region: String, accessKeyIDs: Set<String> = [],
        roles: Set<String> = []
    ) {
        self.account = account
        self.partition = partition
        self.arn = arn
        self.region = region
        self.accessKeyIDs = accessKeyIDs
        self.roles = roles.union(Self.assumedRole(arn).map { [$0] } ?? [])
    }

    /// The user, where it is one.
    public var user: String? {
        guard arn.contains(":user/") else { return nil }
        return arn.split(separator: "/").last.map(String.init)
    }

    /// Whether the session has temporary credentials.
    public var isTemporary: Bool { accessKeyIDs.contains { $0.hasPrefix("ASIA") } }

    /// The ARNs, as patterns, by which `aws:PrincipalArn` knows the responder: a role has a path that the session's ARN
    /// does not tell.
    var principalPatterns: [String] {
        let prefix = "arn:\(partition):iam::\(account):"
        guard let role = Self.assumedRole(arn) else { return [arn] }
        return ["\(prefix)role/\(role)", "\(prefix)role/*/\(role)"]
    }

    private static func assumedRole(_ arn: String) -> String? {
        guard let range = arn.firstRange(of: ":assumed-role/") else { return nil }
        return String(arn[range.upperBound...].prefix { $0 != "/" })
    }
}
