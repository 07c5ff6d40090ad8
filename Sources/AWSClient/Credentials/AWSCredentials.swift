import SensitiveMemory

/// What requests are signed with. The key's secret and the token stay in `SecretBytes`.
public struct AWSCredentials: Sendable {
    public let accessKeyID: String
    public let secretKey: SecretBytes
    public let sessionToken: SecretBytes?
    /// Seconds since 1970-01-01 UTC; nil if they do not end.
    public let expires: Double?
    /// The twelve digits, where the source gives them.
    public let accountID: String?
    /// Where they came from, in words: `environment`, `profile prod in ~/.aws/credentials`.
    public let source: String

    public init(
        accessKeyID: String, secretKey: SecretBytes, sessionToken: SecretBytes? = nil, expires: Double? = nil,
        accountID: String? = nil, source: String
    ) {
        self.accessKeyID = accessKeyID
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.expires = expires
        self.accountID = accountID
        self.source = source
    }
}
