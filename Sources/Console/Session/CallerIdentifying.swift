import Operations

/// The ability to tell who the credentials belong to.
public protocol CallerIdentifying: Sendable {
    /// Asks AWS. The credentials are read anew if the ones in use have ended.
    func caller() async throws(OperationFailure) -> Caller
}

/// Who the console is for AWS.
public struct Caller: Sendable, Equatable {
    public let account: String
    public let arn: String
    /// The access key's id, which is no secret.
    public let accessKeyID: String
    /// Seconds since 1970-01-01 UTC when the credentials end; nil if they do not or nobody says.
    public let credentialsEnd: Double?

    public init(account: String, arn: String, accessKeyID: String, credentialsEnd: Double?) {
        self.account = account
        self.arn = arn
        self.accessKeyID = accessKeyID
        self.credentialsEnd = credentialsEnd
    }
}
