/// Who the console is for AWS, as `GetCallerIdentity` says, not as the profile claims.
public struct Identity: Sendable, Equatable {
    public let account: String
    public let arn: String
    /// Seconds since 1970-01-01 UTC when the credentials end; nil if they do not or nobody says.
    public let credentialsEnd: Double?

    public init(account: String, arn: String, credentialsEnd: Double? = nil) {
        self.account = account
        self.arn = arn
        self.credentialsEnd = credentialsEnd
    }
}
